const HOLD = 350 // a finger that rests so long takes a column; one that moves before scrolls the page
const SLIP = 6
const EDGE = 70 // so near to its border the board, on a phone the page, scrolls by itself
const GLIDE = 8 // pixels a frame
const LEAP = [150, 600] // pixels and milliseconds, where nothing shall glide

let hands

export default function ({ data, parentElement, setTriggerValue }) {
  hands?.end()
  const before = hands
  hands = new Hands(data, parentElement.querySelector("p"), setTriggerValue)
  hands.greet(before)
  parentElement.querySelector(".v-note").textContent = data.note
  const mine = hands
  return () => mine.end()
}

class Hands {
  constructor(data, said, send) {
    Object.assign(this, { data, said, send, ending: new AbortController() })
    // In the capture phase: Streamlit's buttons keep what is pressed on them to themselves.
    const on = (type, act) =>
      document.addEventListener(type, act, { capture: true, passive: false, signal: this.ending.signal })
    on("keydown", (event) => this.key(event))
    on("keyup", (event) => this.isTaking(event) && event.preventDefault())
    on("focusin", (event) => this.columnOf(event.target) >= 0 && this.describe(event.target))
    on("focusout", () => this.how === "keys" && this.back())
    on("pointerdown", (event) => this.press(event))
    on("pointermove", (event) => this.move(event))
    on("pointerup", () => this.release())
    on("pointercancel", () => this.back())
    on("touchmove", (event) => this.how && event.preventDefault())
    on("contextmenu", (event) => this.how && event.preventDefault())
    on("click", (event) => this.swallow(event))
  }

  // After a move the server has answered: what was shown meanwhile goes, the keyboard stays with its column.
  greet(before) {
    const answered = before?.sent !== undefined && before.said === this.said
    if (!answered) return this.tell(this.data.words.how)
    if (this.data.stages[before.to]?.id !== before.sent) before.tellOf("back")
    const column = this.data.stages.find(({ id }) => id === before.sent)?.column
    if (before.byKeys)
      requestAnimationFrame(() => document.querySelector(`.${column} button`)?.focus({ preventScroll: true }))
  }

  end() {
    this.ending.abort()
    clearTimeout(this.holding)
    cancelAnimationFrame(this.scrolling)
    this.watching?.disconnect()
    this.columns?.rest()
    this.columns = this.how = undefined
  }

  columnOf(node) {
    return this.data.stages.findIndex(({ column }) => node.closest?.(`.st-key-board > .${column}`))
  }

  describe(button) {
    this.said.id = "board-said"
    button.setAttribute("aria-describedby", this.said.id)
  }

  take(from, how) {
    this.columns?.rest()
    this.columns = new Columns(document.querySelector(".st-key-board"), this.data.stages)
    Object.assign(this, { from, to: from, how, beyond: "" })
  }

  press(event) {
    const from = this.columnOf(event.target)
    if (from < 0 || event.button || !event.isPrimary || this.sent !== undefined || !event.target.closest("button")) return
    if (this.how) this.back()
    this.pressed = { from, x: event.clientX, y: event.clientY, touch: event.pointerType === "touch" }
    if (this.pressed.touch) this.holding = setTimeout(() => this.grasp(), HOLD)
  }

  grasp() {
    this.take(this.pressed.from, "hand")
    this.grip = this.along(this.pressed) - this.columns.origin()
    this.at = this.pressed
    this.leapt = performance.now()
    this.draw()
    this.scroll()
    this.tellOf("taken_by_hand")
  }

  move(event) {
    if (!this.pressed) return
    const far = Math.hypot(event.clientX - this.pressed.x, event.clientY - this.pressed.y) > SLIP
    if (!this.how && far) {
      if (this.pressed.touch) return this.letGo()
      this.grasp()
    }
    if (this.how !== "hand") return
    this.at = { x: event.clientX, y: event.clientY }
    this.draw()
  }

  along({ x, y }) {
    return this.columns.down ? y : x
  }

  draw() {
    const at = this.along(this.at) - this.columns.origin()
    this.beyond = this.columns.beyond(at, this.data)
    this.to = this.beyond ? this.from : this.columns.placeOf(this.from, at - this.grip)
    this.columns.show(this.from, this.to, at - this.grip)
  }

  scroll() {
    if (this.how !== "hand") return
    const by = this.columns.way(this.at, EDGE) * this.pace()
    if (by) {
      this.columns.scroll(by)
      this.draw()
    }
    this.scrolling = requestAnimationFrame(() => this.scroll())
  }

  pace() {
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) return GLIDE
    const [far, pause] = LEAP
    if (performance.now() < this.leapt + pause) return 0
    this.leapt = performance.now()
    return far
  }

  letGo() {
    clearTimeout(this.holding)
    this.pressed = undefined
  }

  release() {
    this.letGo()
    if (this.how !== "hand") return
    this.dragged = performance.now()
    if (this.beyond) this.back(this.beyond)
    else this.drop()
  }

  // The click that ends a drag is no choice of a column.
  swallow(event) {
    if (!this.dragged || performance.now() - this.dragged > 100) return
    this.dragged = undefined
    event.stopPropagation()
    event.preventDefault()
  }

  isTaking(event) {
    return event.key === " " && event.target.matches?.("button") && this.columnOf(event.target) >= 0
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (this.how) return this.steer(event)
    if (!this.isTaking(event) || event.repeat || this.sent !== undefined) return this.isTaking(event) && stop(event)
    stop(event)
    this.take(this.columnOf(event.target), "keys")
    this.columns.show(this.from, this.to)
    this.tellOf("taken")
  }

  steer(event) {
    const last = this.data.stages.length - 1
    const ways = { ArrowLeft: this.to - 1, ArrowUp: this.to - 1, ArrowRight: this.to + 1, ArrowDown: this.to + 1 }
    const way = { ...ways, Home: 0, End: last }[event.key]
    if (event.key === "Escape") this.back()
    else if (this.how === "hand") return
    else if (event.key === " " || event.key === "Enter") event.repeat || this.drop()
    else if (way === undefined) return
    else this.go(way, last)
    stop(event)
  }

  go(way, last) {
    if (way < 0 || way > last) return this.tellOf(way < 0 ? "start" : "last")
    this.to = way
    this.columns.show(this.from, this.to)
    this.tellOf("moved")
  }

  drop() {
    this.byKeys = this.how === "keys"
    const { id } = this.data.stages[this.from]
    this.how = undefined
    if (this.to === this.from) return this.back()
    this.columns.show(this.from, this.to)
    this.tellOf("dropped")
    this.sent = id
    // What is shown meanwhile goes as soon as the page draws the new order.
    this.watching = new MutationObserver(() => this.columns?.rest())
    this.watching.observe(this.columns.board, { childList: true, characterData: true, subtree: true })
    this.send("moved", { stage: id, place: this.to, pipeline: this.data.pipeline })
  }

  back(why = "back") {
    this.letGo()
    cancelAnimationFrame(this.scrolling)
    if (!this.columns) return
    this.to = this.from
    this.how = undefined
    this.columns.rest()
    this.tellOf(why)
  }

  tellOf(what) {
    const { words, stages, ends } = this.data
    const said = { ...ends, name: stages[this.from].name, n: this.to + 1, of: stages.length }
    this.tell(words[what].replace(/\{(\w+)\}/g, (whole, key) => said[key] ?? whole))
  }

  tell(text) {
    this.said.textContent = text
  }
}

function stop(event) {
  event.preventDefault()
  event.stopPropagation()
}
