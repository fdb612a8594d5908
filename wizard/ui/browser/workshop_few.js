const FEW = 12
const CALM = 5000 // milliseconds after a touch for which nothing new comes between the rows

// A long list shows the first of its rows and one's own; the others when they are asked for.
class Few {
  constructor(section, { word, draw }) {
    Object.assign(this, { button: section.querySelector(".rest"), word, draw, known: new Set(), touched: 0 })
    this.button.onclick = () => {
      Object.assign(this, { whole: true, touched: 0 })
      draw()
    }
    section.querySelector("ul").addEventListener("pointerdown", () => this.hold())
  }

  // Nothing moves under a finger.
  hold() {
    this.touched = Date.now()
    clearTimeout(this.next)
    this.next = setTimeout(() => this.button.isConnected && this.draw(), CALM)
  }

  of(rows) {
    const held = Date.now() - this.touched < CALM
    const first = ({ id }, place) => (held ? this.known.has(id) : this.whole || place < FEW)
    const shown = rows.filter((row, place) => row.own || first(row, place))
    this.known = new Set(shown.map(({ id }) => id))
    const hidden = rows.length - shown.length
    say(this.button, hidden ? fill(this.word, { n: hidden }) : "")
    return shown
  }
}
