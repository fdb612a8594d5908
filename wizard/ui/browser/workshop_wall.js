const walls = new WeakMap()

export default function ({ data, parentElement }) {
  if (!walls.has(parentElement)) walls.set(parentElement, new Wall(parentElement))
  walls.get(parentElement).show(data)
}

class Wall {
  constructor(parent) {
    this.find = (selector) => parent.querySelector(selector)
    this.clock = new Clock(this.find(".timer"))
    watchConnection(this.find(".wall"), () => this.note())
    const resized = new ResizeObserver(() => this.fit())
    for (const part of [".board", ".top"]) resized.observe(this.find(part))
  }

  note() {
    say(this.find(".note"), isConnected() && !this.stale ? "" : this.words.away)
  }

  show({ words, language, view, qr, link }) {
    document.documentElement.lang = language
    Object.assign(this, { words, stale: view.stale })
    this.note()
    const { open, step } = view
    this.clock.set(view.timer)
    this.find(".wall").classList.toggle("ended", !open)
    this.find(".wall").classList.toggle("waiting", open && view.waiting)
    say(this.find(".over"), open ? step.over : "")
    say(this.find("h1"), open ? step.title : words.closed)
    say(this.find(".why"), open ? step.why : "")
    this.board(view.board)
    say(this.find(".top h2"), open ? words.top : words.taken)
    say(this.find(".none"), open && !view.top.length ? words.none : "")
    say(this.find(".more"), open ? view.more : "")
    this.top(open ? view.top : view.taken)
    this.find("aside").hidden = !open
    this.find("img").hidden = !qr
    if (qr && this.find("img").src !== qr) this.find("img").src = qr
    this.find("img").alt = words.join
    say(this.find("aside b"), qr ? words.join : "")
    for (const [place, part] of this.find(".link").childNodes.entries()) say(part, link[place])
    say(this.find(".people"), view.people)
    this.fit()
  }

  // What was accepted just now stands last: lists shrink until all of them is seen.
  fit() {
    for (const part of [this.find(".board"), this.find(".top")]) {
      for (let share = 1; share > 0.5; share -= 0.04) {
        part.style.setProperty("--s", String(share))
        if (part.scrollHeight <= part.clientHeight) break
      }
    }
  }

  board({ kind, title, items }) {
    say(this.find(".board h2"), title)
    const list = this.find(".board ol")
    list.className = kind
    list.classList.toggle("many", items.length > 5)
    list.classList.toggle("crowd", items.length > 10)
    list.classList.toggle("two", items.length > 22)
    const draw = () => make("li", {}, make("b"), make("small"))
    keyed(list, items, draw, (row, { text, note, mark, end }) => {
      say(row.querySelector("b"), mark ? `★ ${text}` : text)
      say(row.querySelector("small"), note)
      row.classList.toggle("key", Boolean(mark))
      row.classList.toggle("end", Boolean(end))
    })
  }

  top(items) {
    const most = Math.max(1, ...items.map(({ votes }) => votes))
    const draw = () => make("li", {}, make("span", { className: "bar" }), make("div", {}, make("small"), make("p")), make("b"))
    keyed(this.find(".top ul"), items, draw, (row, { about, text, votes }) => {
      say(row.querySelector("small"), about)
      say(row.querySelector("p"), text)
      say(row.querySelector(":scope > b"), String(votes))
      row.querySelector(".bar").style.width = `${(100 * votes) / most}%`
      row.classList.toggle("unvoted", votes === 0)
    })
  }
}
