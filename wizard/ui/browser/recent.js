const listening = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  listening.get(parentElement)?.abort()
  const mine = new AbortController()
  listening.set(parentElement, mine)
  const list = new List(parentElement, data, (model) => setTriggerValue("like", model))
  list.draw()
  addEventListener("storage", (event) => event.key === KEY && list.draw(), { signal: mine.signal })
  return () => mine.abort()
}

class List {
  constructor(parent, { words, language, most, whole }, like) {
    Object.assign(this, { words, language, most, whole, like })
    this.rows = parent.querySelector("ul")
    this.said = parent.querySelector("p")
    this.form = parent.querySelector("form")
    this.box = parent.host.closest(".st-key-recent")
    parent.querySelector("h2").textContent = words.title
    if (whole) this.finding()
  }

  // On the desk: what is looked for, and in which order. What was typed stays when the page is drawn again.
  finding() {
    const [search, sort] = [this.form.querySelector("input"), this.form.querySelector("select")]
    const labels = this.form.querySelectorAll("span")
    labels[0].textContent = this.words.search
    labels[1].textContent = this.words.sort
    for (const option of sort.options) option.textContent = this.words[option.value]
    this.form.onsubmit = (event) => event.preventDefault()
    search.oninput = sort.onchange = () => this.draw()
    this.wanted = () => search.value.trim().toLocaleLowerCase()
    this.order = () => sort.value
  }

  draw() {
    const all = remembered()
    const rows = this.chosen(all).map((entry, place) => this.row(entry, place))
    if (this.removed) rows.splice(this.removed.place, 0, this.trace(this.removed))
    this.rows.replaceChildren(...rows)
    this.rows.hidden = !rows.length
    if (this.box) this.box.style.display = rows.length ? "block" : "" // hidden by the page's own styles
    if (this.whole) {
      this.form.hidden = !all.length
      this.said.hidden = rows.length > 0
      this.said.textContent = rows.length ? "" : this.words[all.length ? "found_none" : "none"]
    }
  }

  chosen(all) {
    if (!this.whole) return all.slice(0, this.most)
    const found = all.filter((entry) => this.name(entry).toLocaleLowerCase().includes(this.wanted()))
    if (this.order() === "at") return found.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    return found.toSorted((a, b) => this.name(a).localeCompare(this.name(b), this.language))
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
    return make("li", {}, link, ...(this.whole ? [this.model(entry)] : []), button)
  }

  model(entry) {
    const { words } = this
    const button = make("button", { type: "button", textContent: words.like, onclick: () => this.like({ token: entry.token, name: this.name(entry) }) })
    button.setAttribute("aria-label", words.like_named.replace("{name}", () => this.name(entry)))
    return button
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
