function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// Rows keep their place in the page, so that what is touched or typed into stays under the finger.
function keyed(list, items, draw, change) {
  const wanted = new Set(items.map(({ id }) => String(id)))
  for (const row of [...list.children]) if (!wanted.has(row.dataset.id)) row.remove()
  const known = new Map([...list.children].map((row) => [row.dataset.id, row]))
  items.forEach((item, place) => {
    let row = known.get(String(item.id))
    if (!row) {
      row = draw(item)
      row.dataset.id = item.id
    }
    change(row, item)
    if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null)
  })
}

function say(element, text) {
  if (element.textContent !== text) element.textContent = text
  element.hidden = !text
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
}

// Streamlit's page says on itself how its connection stands.
function isConnected() {
  const app = document.querySelector("[data-test-connection-state]")
  return navigator.onLine && (!app || app.dataset.testConnectionState === "CONNECTED")
}

function watchConnection(element, turned) {
  let before = isConnected()
  const look = () => {
    if (!element.isConnected) return clearInterval(next)
    if (before !== (before = isConnected())) turned()
    // Streamlit's own words for this are in English and lock the page, where one can go on writing.
    if (!before) document.querySelector(".stDialog button")?.click()
  }
  const next = setInterval(look, 500)
}

function secret(bytes) {
  const chosen = crypto.getRandomValues(new Uint8Array(bytes))
  return btoa(String.fromCharCode(...chosen)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

// How long is left is counted here: clocks differ, and nobody is asked for every second.
class Clock {
  constructor(face) {
    this.face = face
  }

  set(timer) {
    if (timer && timer.id !== this.id) this.ends = Date.now() + timer.left * 1000
    this.id = timer?.id
    this.tick()
  }

  tick() {
    clearTimeout(this.next)
    this.face.hidden = !this.id
    if (!this.id) return
    const left = Math.max(0, Math.ceil((this.ends - Date.now()) / 1000))
    const seconds = String(left % 60).padStart(2, "0")
    say(this.face, `${Math.floor(left / 60)}:${seconds}`)
    this.face.classList.toggle("out", left === 0)
    this.face.classList.toggle("soon", left > 0 && left <= 60)
    if (left && this.face.isConnected) this.next = setTimeout(() => this.tick(), 250)
  }
}

const AGAIN = 4000 // milliseconds until what was not answered is sent once more

// What was done here, until the server has answered it: a lost connection or a reload loses nothing, and each act has a
// key of its own, so that what is sent twice counts once.
class Outbox {
  constructor({ send, device = "", kept = undefined }) {
    Object.assign(this, { send, device, kept, acts: [], asked: new Map() })
    this.acts = this.remembered()
    addEventListener("pagehide", () => clearInterval(this.next))
    this.next = setInterval(() => this.acts.length && this.put(), AGAIN)
  }

  add(act, replaces = () => false) {
    this.acts = [...this.acts.filter((other) => !replaces(other)), { key: secret(12), ...act }]
    this.put()
  }

  // Those that were refused come back with the reason.
  answered(answers) {
    const done = this.acts.filter(({ key }) => key in answers)
    if (!done.length) return []
    this.acts = this.acts.filter(({ key }) => !(key in answers))
    this.keep()
    return done.filter(({ key }) => answers[key]).map((act) => ({ act, why: answers[act.key] }))
  }

  put() {
    this.keep()
    this.send({ device: this.device, acts: this.acts, at: Date.now() })
  }

  keep() {
    try {
      if (this.kept) localStorage.setItem(this.kept, JSON.stringify(this.acts))
    } catch {
      // it is kept in this page alone
    }
  }

  remembered() {
    try {
      const acts = JSON.parse(localStorage.getItem(this.kept) ?? "[]")
      return Array.isArray(acts) ? acts.filter(({ key, act }) => typeof key === "string" && typeof act === "string") : []
    } catch {
      return []
    }
  }
}

// The same in every tab of this browser and whenever its reader comes back.
function deviceOf() {
  const place = "voronka.device"
  try {
    const known = localStorage.getItem(place)
    if (/^[\w-]{32}$/.test(known ?? "")) return known
    const made = secret(24)
    localStorage.setItem(place, made)
    return made
  } catch {
    return secret(24)
  }
}
