const panels = new WeakMap()
const outbox = new Outbox({}) // of all pages: what was clicked just before another one was turned to is done too
const typed = new Map() // what is being written to a proposal, for a panel that is drawn anew on another page

export default function ({ data, parentElement, setStateValue }) {
  if (!panels.has(parentElement)) panels.set(parentElement, new Panel(parentElement, data))
  const panel = panels.get(parentElement)
  outbox.send = (sent) => setStateValue("sent", sent)
  panel.show(data)
}

class Panel {
  constructor(parent, { words }) {
    this.words = words
    this.find = (selector) => parent.querySelector(selector)
    this.clock = new Clock(this.find(".timer"))
    this.seen = new Set()
    this.order = []
    this.find(".fresh").onclick = () => this.freshen()
    this.find(".new").onpointerleave = () => this.freshen()
    this.find("footer input").onchange = ({ target }) => this.act({ act: "mute", given: target.checked })
    this.find(".close").onclick = () => this.act({ act: "open", given: !this.data.open })
    say(this.find(".new h3"), words.here)
    say(this.find(".none"), words.none)
    say(this.find("footer span"), words.mute)
  }

  act(act) {
    outbox.add(act)
  }

  show(data) {
    this.data = data
    const refused = outbox.answered(data.answers)
    say(this.find(".note"), refused.at(-1)?.why || (data.stale ? this.words.stale : ""))
    say(this.find("h2"), data.open ? data.step : this.words.closed)
    say(this.find(".people"), data.people)
    this.find(".time").hidden = !data.open
    this.clock.set(data.open ? data.timer : null)
    say(this.find(".label"), data.timer ? "" : this.words.timer)
    this.timers(data.timer)
    this.proposals(data.proposals)
    this.done(data.proposals)
    this.who(data.participants)
    this.find("footer input").checked = data.muted
    this.find("footer label").hidden = !data.open
    say(this.find(".close"), data.open ? this.words.close : this.words.reopen)
  }

  timers(timer) {
    const minutes = [5, 10, 15].map((n) => ({ id: n, text: fill(this.words.minutes, { n }), seconds: () => n * 60 }))
    const left = () => Math.max(0, Math.round((this.clock.ends - Date.now()) / 1000))
    const going = [
      { id: "more", text: this.words.more, seconds: () => left() + 300 },
      { id: "stop", text: this.words.stop, seconds: () => 0 },
    ]
    const draw = ({ id }) => make("button", { type: "button", className: `set-${id}` })
    keyed(this.find(".set"), timer ? going : minutes, draw, (button, { text, seconds }) => {
      say(button, text)
      button.onclick = () => this.act({ act: "timer", seconds: seconds() })
    })
  }

  // Nothing moves under a hand: while one is here, what is new waits until it is asked for.
  get busy() {
    return this.find(".new").matches(":hover, :focus-within") || Boolean(this.find(".new form:not([hidden])"))
  }

  proposals(all) {
    const going = new Set(outbox.acts.filter(({ act }) => act === "decide").map(({ proposal }) => proposal))
    const waiting = all.filter(({ id, state }) => state === "new" && !going.has(id))
    const here = waiting.filter((each) => each.here)
    const fresh = here.filter(({ id }) => !this.order.includes(id))
    if (!this.busy || !this.order.length) this.order = here.map(({ id }) => id)
    const shown = this.order.map((id) => here.find((each) => each.id === id)).filter(Boolean)
    const hidden = fresh.filter(({ id }) => !this.order.includes(id)).length
    say(this.find(".fresh"), hidden ? fill(this.words.fresh, { n: hidden }) : "")
    this.find(".none").hidden = here.length > 0
    this.list(".new ul", shown)
    const other = waiting.filter((each) => !each.here)
    this.find(".other").hidden = !other.length
    say(this.find(".other summary"), fill(this.words.other, { n: other.length }))
    this.list(".other ul", other)
  }

  freshen() {
    this.order = []
    this.proposals(this.data.proposals)
  }

  list(where, items) {
    keyed(this.find(where), items, (item) => this.card(item), (row, { id, about, text, votes, by }) => {
      say(row.querySelector("small"), by ? `${about}\u00a0· ${by}` : about)
      say(row.querySelector("p"), text)
      say(row.querySelector("b"), String(votes))
      row.querySelector("b").title = this.words.votes
      for (const button of row.querySelectorAll(":scope > .acts button")) {
        button.setAttribute("aria-label", `${button.textContent}: ${text}`)
      }
      row.text = text
      row.dataset.id = id
    })
  }

  card({ id, kind }) {
    const { words } = this
    const button = (name, onclick, className = "") => make("button", { type: "button", textContent: words[name], onclick, className })
    const acts = make("div", { className: "acts" },
      button("accept", () => this.decide(id, "accepted"), "main"),
      button("edit", () => this.open(row, "accepted")),
      button("park", () => this.decide(id, "parked")),
      button("reject", () => this.open(row, "rejected")))
    const whys = this.data.whys[kind].map((why) =>
      make("button", { type: "button", textContent: why, onclick: () => this.finish(row, { state: "rejected", why }) }))
    const quick = make("fieldset", { className: "whys" }, make("legend", { textContent: words.why_not }), ...whys)
    const text = make("textarea", { rows: 3 })
    const why = make("input", { type: "text" })
    const submit = make("button", { type: "submit", className: "main" })
    const form = make("form", { hidden: true },
      make("label", { className: "text" }, make("span", { textContent: words.text }), text),
      quick,
      make("label", { className: "why" }, make("span"), why),
      make("div", { className: "acts" }, submit, button("cancel", () => this.fold(row))))
    form.onsubmit = (event) => {
      event.preventDefault()
      const { state } = typed.get(id)
      this.finish(row, { state, text: state === "accepted" ? text.value.trim() : "", why: why.value.trim() })
    }
    form.oninput = () => typed.set(id, { ...typed.get(id), text: text.value, why: why.value })
    const row = make("li", {}, make("div", { className: "head" }, make("small"), make("b")), make("p"), acts, form)
    if (typed.has(id)) this.unfold(row, typed.get(id))
    return row
  }

  open(row, state) {
    const kept = { state, text: row.text, why: "" }
    typed.set(Number(row.dataset.id), kept)
    this.unfold(row, kept)
    row.querySelector(state === "accepted" ? "textarea" : "input").focus()
  }

  unfold(row, { state, text, why }) {
    row.querySelector("textarea").value = text
    row.querySelector("input").value = why
    const taken = state === "accepted"
    row.querySelector("label.text").hidden = !taken
    row.querySelector(".whys").hidden = taken
    say(row.querySelector("label.why span"), taken ? this.words.why : this.words.own_words)
    say(row.querySelector("[type=submit]"), taken ? this.words.accept_edited : this.words.reject)
    row.querySelector("form").hidden = false
    row.querySelector(":scope > .acts").hidden = true
  }

  fold(row) {
    typed.delete(Number(row.dataset.id))
    row.querySelector("form").hidden = true
    row.querySelector(":scope > .acts").hidden = false
  }

  finish(row, { state, text, why }) {
    this.fold(row)
    this.decide(Number(row.dataset.id), state, text, why)
  }

  decide(proposal, state, text = "", why = "") {
    this.act({ act: "decide", proposal, state, text, why })
    this.proposals(this.data.proposals)
  }

  done(all) {
    const decided = all.filter(({ state }) => state !== "new")
    this.find(".done").hidden = !decided.length
    say(this.find(".done summary"), fill(this.words.done, { n: decided.length }))
    const draw = ({ id }) => {
      const again = make("button", { type: "button", onclick: () => this.decide(id, "accepted") })
      return make("li", {}, make("p"), make("small"), again)
    }
    keyed(this.find(".done ul"), decided.reverse(), draw, (row, { text, state, why, gone }) => {
      say(row.querySelector("p"), text)
      const said = gone ? this.words.gone : this.words[state]
      say(row.querySelector("small"), why ? `${said} · ${why}` : said)
      row.querySelector("small").className = gone ? "gone" : state
      say(row.querySelector("button"), state !== "accepted" || gone ? this.words[gone ? "again" : "accept"] : "")
    })
  }

  who(participants) {
    this.find(".who").hidden = !participants.length
    say(this.find(".who summary"), fill(this.words.who, { n: participants.length }))
    const draw = ({ id }) => {
      const button = make("button", { type: "button" })
      button.onclick = () => this.act({ act: "mute_one", participant: id, given: button.getAttribute("aria-pressed") !== "true" })
      return make("li", {}, make("p"), button)
    }
    keyed(this.find(".who ul"), participants, draw, (row, { name, muted }) => {
      const button = row.querySelector("button")
      say(row.querySelector("p"), name)
      say(button, muted ? this.words.listen : this.words.ignore)
      button.setAttribute("aria-pressed", muted)
      button.setAttribute("aria-label", `${button.textContent}: ${name}`)
      row.classList.toggle("muted", muted)
    })
  }
}
