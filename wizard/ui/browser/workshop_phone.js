const phones = new WeakMap()

export default function ({ data, parentElement, setStateValue }) {
  const send = (sent) => setStateValue("sent", sent)
  if (!phones.has(parentElement)) phones.set(parentElement, new Phone(parentElement, data))
  const phone = phones.get(parentElement)
  phone.outbox.send = send
  if (phone.session !== data.session) {
    phone.session = data.session
    phone.outbox.put()
  }
  phone.show(data)
}

class Phone {
  constructor(parent, { words, token }) {
    this.words = words
    this.find = (selector) => parent.querySelector(selector)
    this.outbox = new Outbox({ device: deviceOf(), kept: `voronka.sent.${token}` })
    this.clock = new Clock(this.find(".timer"))
    this.form = this.find("form")
    this.box = this.find("textarea")
    this.place = this.find("select")
    const few = (section, draw) => new Few(this.find(section), { word: words.rest, draw: () => draw(this.data.view) })
    this.few = { votes: few(".votes", (view) => this.votes(view)), decided: few(".decided", (view) => this.decisions(view)) }
    this.write()
    this.form.onsubmit = (event) => {
      event.preventDefault()
      this.propose()
    }
    this.box.oninput = () => this.count()
    this.place.onchange = () => (this.picked = this.place.value)
    const name = this.find(".name input")
    name.onchange = () => this.outbox.add({ act: "name", name: name.value }, ({ act }) => act === "name")
    watchConnection(name, () => this.note())
  }

  write() {
    const { words } = this
    say(this.find("legend"), words.what)
    say(this.find("button.main"), words.send)
    say(this.find(".votes h2"), words.votes)
    say(this.find(".none"), words.none)
    say(this.find(".own h2"), words.own)
    say(this.find(".decided h2"), words.decided)
    say(this.find(".name span"), words.name)
  }

  show(data) {
    this.data = data
    document.documentElement.lang = data.language
    for (const { act, why } of this.outbox.answered(data.answers)) this.refuse(act, why)
    const { view } = data
    for (const part of ["header", ".now", "form", ".name", ".votes", ".own", ".decided", ".board", "footer"]) {
      this.find(part).hidden = !view
    }
    this.note()
    if (!view) return
    this.clock.set(view.open ? view.timer : null)
    this.find("header").hidden = !view.open
    say(this.find(".over"), view.step.over)
    say(this.find(".now h1"), view.open ? view.step.title : this.words.closed)
    say(this.find(".now p"), view.open ? view.step.why : this.words.closed_note)
    this.offer(view)
    this.votes(view)
    this.mine(view)
    this.decisions(view)
    this.board(view.board)
    this.people(view)
  }

  note() {
    const { words, data } = this
    const view = data?.view
    const away = !isConnected() ? words.offline : data?.refused || (view?.stale ? words.stale : "")
    const calm = view?.open && view.silenced ? words.silenced : view?.open && view.muted ? words.muted : ""
    say(this.find(".note"), away || calm || (view ? "" : words.joining))
    this.find(".note").classList.toggle("away", Boolean(away))
  }

  offer({ open, muted, step, board }) {
    this.form.hidden = !open || muted
    const kinds = step.kinds
    // Another step asks for something else; what is being written is not taken from its writer.
    const turned = this.step !== step.title && !this.box.value
    this.step = step.title
    if (turned || !kinds.some(({ id }) => id === this.kind)) this.kind = kinds[0].id
    this.find("fieldset").hidden = kinds.length < 2
    const draw = ({ id }) => {
      const input = make("input", { type: "radio", name: "kind", value: id, onchange: () => this.choose(id) })
      return make("label", {}, input, make("span"))
    }
    keyed(this.find(".kinds"), kinds, draw, (label, { id, name }) => {
      label.querySelector("input").checked = id === this.kind
      say(label.querySelector("span"), name)
    })
    this.choose(this.kind)
  }

  choose(kind) {
    this.kind = kind
    const { step } = this.data.view
    const { ask, example, at } = step.kinds.find(({ id }) => id === kind)
    say(this.find(".text span"), ask)
    this.box.placeholder = example
    this.find(".at").hidden = !at
    say(this.find(".at span"), at)
    const chosen = this.picked
    const stages = step.stages.map(({ id, name }) => ({ id, name }))
    keyed(this.place, stages, ({ id }) => make("option", { value: id }), (option, { name }) => say(option, name))
    this.place.value = stages.some(({ id }) => id === chosen) ? chosen : (stages.at(kind === "stage" ? -1 : 0)?.id ?? "")
    this.count()
  }

  count() {
    const length = [...this.box.value].length
    const { most } = this.data
    say(this.find("form small"), length > most * 0.8 ? fill(this.words.length, { length, most }) : "")
    this.find("form small").classList.toggle("bad", length > most)
  }

  propose() {
    const text = this.box.value.trim()
    if (!text) return this.box.focus()
    const { step } = this.data.view
    const stage = this.find(".at").hidden ? "" : this.place.value
    this.outbox.add({ act: "propose", kind: this.kind, text, pipeline: step.pipeline, stage })
    this.box.value = ""
    say(this.find(".refused"), "")
    this.count()
    this.mine(this.data.view)
  }

  // What was not taken stays with its writer.
  refuse(act, why) {
    say(this.find(".refused"), why)
    this.find(".refused").hidden = false
    if (act.act === "propose" && !this.box.value) this.box.value = act.text
    this.form.hidden = false
  }

  votes({ open, proposals, silenced }) {
    const pending = new Map(this.outbox.acts.filter(({ act }) => act === "vote").map((act) => [act.proposal, act.given]))
    const waiting = proposals.filter(({ state }) => state === "new")
    this.find(".votes").hidden = !open
    this.find(".none").hidden = waiting.length > 0
    const draw = ({ id }) => {
      const button = make("button", { type: "button", className: "vote", onclick: () => this.vote(id) })
      button.append(make("span", { className: "heard" }), make("b"), make("i", { ariaHidden: "true" }))
      return make("li", {}, make("div", {}, make("small"), make("p")), button)
    }
    keyed(this.find(".votes ul"), this.few.votes.of(waiting), draw, (row, { id, about, text, votes, voted, own }) => {
      const given = pending.get(id) ?? voted
      const button = row.querySelector("button")
      say(row.querySelector("small"), own ? `${about} · ${this.words.yours}` : about)
      say(row.querySelector("p"), text)
      const count = votes + (given - voted)
      say(button.querySelector("b"), String(count))
      button.setAttribute("aria-pressed", given)
      say(button.querySelector("span"), fill(this.words.vote, { text }))
      button.disabled = !open || silenced
    })
  }

  vote(id) {
    const button = this.find(`.votes li[data-id="${id}"] button`)
    const given = button.getAttribute("aria-pressed") !== "true"
    this.outbox.add({ act: "vote", proposal: id, given }, ({ act, proposal }) => act === "vote" && proposal === id)
    this.votes(this.data.view)
  }

  mine({ open, proposals }) {
    const sent = this.outbox.acts.filter(({ act }) => act === "propose")
    const going = sent.map(({ key, text }) => ({ id: key, text, said: this.words.sending, state: "going", why: "" }))
    // What still waits is among what is voted on.
    const own = proposals.filter(({ own, state }) => own && state !== "new").map((each) => ({ ...each, said: this.words[each.state] }))
    const rows = [...going, ...own]
    this.find(".own").hidden = !rows.length || !open
    this.fates(".own ul", rows)
  }

  decisions({ open, proposals }) {
    const told = proposals.filter(({ state, own }) => (open ? state !== "new" && !own : true))
    const rows = told.map((each) => ({ ...each, said: this.words[each.state] || this.words.left }))
    const order = ["accepted", "parked", "rejected", "undone", "new"]
    const sorted = open ? rows.slice(0, 6) : rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    this.find(".decided").hidden = !rows.length
    this.fates(".decided ul", this.few.decided.of(sorted))
  }

  fates(list, rows) {
    const draw = () => make("li", {}, make("div", {}, make("p"), make("small")), make("em"))
    keyed(this.find(list), rows, draw, (row, { text, said, state, why }) => {
      say(row.querySelector("p"), text)
      say(row.querySelector("small"), why)
      say(row.querySelector("em"), said)
      row.querySelector("em").className = state
    })
  }

  board({ title, items }) {
    say(this.find("summary"), title)
    const draw = () => make("li", {}, make("b"), make("small"))
    keyed(this.find(".board ol"), items, draw, (row, { text, note, mark, end }) => {
      row.classList.toggle("end", Boolean(end))
      say(row.querySelector("b"), mark ? `★ ${text}` : text)
      say(row.querySelector("small"), note)
    })
  }

  people({ name, people, open }) {
    const input = this.find(".name input")
    const pending = this.outbox.acts.some(({ act }) => act === "name")
    const held = input.getRootNode().activeElement === input
    if (!pending && !held) input.value = name
    this.find(".name").hidden = !open
    say(this.find("footer p"), open ? people : "")
  }
}
