const listening = new WeakMap()

export default function ({ data, parentElement }) {
  listening.get(parentElement)?.abort()
  const mine = new AbortController()
  listening.set(parentElement, mine)
  const list = new List(parentElement, data)
  list.draw()
  addEventListener("storage", (event) => event.key === KEY && list.draw(), { signal: mine.signal })
  return () => mine.abort()
}

class List {
  constructor(parent, { words, language }) {
    this.words = words
    this.language = language
    this.rows = parent.querySelector("ul")
    this.box = parent.host.closest(".st-key-recent")
    parent.querySelector("h2").textContent = words.title
  }

  draw() {
    const rows = remembered().map((entry, place) => this.row(entry, place))
    if (this.removed) rows.splice(this.removed.place, 0, this.trace(this.removed))
    this.rows.replaceChildren(...rows)
    this.box.style.display = rows.length ? "block" : "" // hidden by the page's own styles
  }

  row(entry, place) {
    const { words } = this
    const name = this.name(entry)
    const address = addressOf(entry.token)
    const opened = make("time", { dateTime: entry.at, textContent: this.when(entry.at) })
    const link = make("a", { href: address.pathname + address.search }, make("b", { textContent: name }), opened)
    if (entry.readonly) link.append(make("small", { textContent: words.readonly }))
    const button = make("button", { type: "button", textContent: words.remove, onclick: () => this.remove(entry, place) })
    button.setAttribute("aria-label", words.remove_named.replace("{name}", () => name))
    return make("li", {}, link, button)
  }

  trace({ entry, place }) {
    const said = make("span", { id: "removed", textContent: this.words.removed.replace("{name}", () => this.name(entry)) })
    const button = make("button", { type: "button", textContent: this.words.back, onclick: () => this.putBack(entry, place) })
    button.setAttribute("aria-describedby", said.id)
    return make("li", {}, said, button)
  }

  remove(entry, place) {
    this.removed = { entry, place }
    remember(remembered().filter(({ token }) => token !== entry.token))
    this.rows.children[place].querySelector("button").focus()
  }

  putBack(entry, place) {
    this.removed = undefined
    remember(remembered().toSpliced(place, 0, entry))
    this.rows.children[place].querySelector("a").focus()
  }

  name(entry) {
    return entry.name.trim() || this.words.unnamed
  }

  when(at) {
    const date = new Date(at)
    const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric"
    const form = { day: "numeric", month: "long", year, hour: "numeric", minute: "2-digit" }
    return this.words.opened.replace("{when}", () => new Intl.DateTimeFormat(this.language, form).format(date))
  }
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
