// The columns of the board as they stand, and how they make room for the one that is taken.
class Columns {
  constructor(board, stages) {
    this.board = board
    this.down = getComputedStyle(board).display === "block" // a phone's list
    this.far = board.scrollWidth - board.clientWidth // before the one that is taken stretches it
    this.parts = stages.map(({ column }) => {
      const head = board.querySelector(`:scope > .${column}`)
      return this.down ? [head, head.nextElementSibling] : [head] // beside one another, facts rest
    })
    const origin = this.origin()
    this.spans = this.parts.map((part) => {
      const [first, last] = [part[0], part.at(-1)].map((node) => node.getBoundingClientRect())
      return this.down ? [first.top - origin, last.bottom - origin] : [first.left - origin, first.right - origin]
    })
    this.gap = this.spans.length > 1 ? this.spans[1][0] - this.spans[0][1] : 0
  }

  origin() {
    const { top, left } = this.board.getBoundingClientRect()
    return this.down ? top : left - this.board.scrollLeft
  }

  // Let a board that is wider than its frame, or on a phone the page, go on under a hand.
  scroll(by) {
    if (this.down) return document.querySelector(".stMain")?.scrollBy(0, by)
    this.board.scrollLeft = Math.max(0, Math.min(this.far, this.board.scrollLeft + by))
  }

  // Which way to go for a hand that is so near to an end.
  way({ x, y }, near) {
    const { left, right } = this.board.getBoundingClientRect()
    const [at, start, end] = this.down ? [y, 0, innerHeight] : [x, Math.max(0, left), Math.min(innerWidth, right)]
    return at < start + near ? -1 : at > end - near ? 1 : 0
  }

  // Which place a column comes to when it is drawn so far along.
  placeOf(from, by) {
    const [start, end] = this.spans[from].map((edge) => edge + by)
    const middles = this.spans.map(([a, b]) => (a + b) / 2)
    const passed = middles.filter((middle, n) => n < from && start < middle).length
    return from - passed + middles.filter((middle, n) => n > from && end > middle).length
  }

  // Whether a hand has come as far as amoCRM's own columns, which stay where they are.
  beyond(at, { unsorted }) {
    const size = (this.spans[0][1] - this.spans[0][0]) / 2
    if (unsorted && at < this.spans[0][0] - this.gap - size) return "first"
    return at > this.spans.at(-1)[1] + this.gap + size ? "last" : ""
  }

  // Show the order with one column in another place; while a hand holds it, it stands where the hand is.
  show(from, to, by) {
    const order = this.spans.map((_, n) => n).toSpliced(from, 1).toSpliced(to, 0, from)
    let edge = this.spans[0][0]
    for (const n of order) {
      const [start, end] = this.spans[n]
      this.shift(n, n === from && by !== undefined ? by : edge - start)
      edge += end - start + this.gap
    }
    this.parts[from][0].dataset.taken = by === undefined ? "keys" : "hand"
    this.board.dataset.moving = ""
  }

  shift(n, by) {
    for (const node of this.parts[n]) node.style.transform = by ? `translate${this.down ? "Y" : "X"}(${by}px)` : ""
  }

  rest() {
    delete this.board.dataset.moving
    for (const part of this.parts) {
      delete part[0].dataset.taken
      for (const node of part) node.style.transform = ""
    }
  }
}
