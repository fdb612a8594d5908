// Walks through the app in Firefox: reads what to do from its input, writes what went wrong to its output.
import { readFileSync, readdirSync } from "node:fs"
import { pathToFileURL } from "node:url"

const { puppeteer, firefox, address, folder, script, probes, steps } = JSON.parse(readFileSync(0, "utf8"))
const { default: driver } = await import(pathToFileURL(puppeteer).href)

const IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
const HERE = ["127.0.0.1", "localhost"]
// Whoever is elsewhere is asked through a proxy that is not there, Firefox's own makers too.
const NOWHERE = Object.fromEntries(["http", "ssl"].flatMap((kind) => [
  [`network.proxy.${kind}`, "127.0.0.1"],
  [`network.proxy.${kind}_port`, 9],
]))
const browser = await driver.launch({
  browser: "firefox",
  executablePath: firefox,
  defaultViewport: { width: 1280, height: 900 },
  extraPrefsFirefox: {
    "network.proxy.type": 1,
    ...NOWHERE,
    "browser.download.folderList": 2,
    "browser.download.dir": folder,
  },
})
const page = await browser.newPage()
page.setDefaultTimeout(20_000)
await page.evaluateOnNewDocument(script)

const errors = []
const strangers = []
page.on("pageerror", (error) => errors.push(String(error)))
page.on("console", (said) => {
  const asked = said.location().url ?? ""
  if (said.type() === "error" && !probes.some((end) => asked.endsWith(end))) errors.push(said.text())
})
page.on("request", (request) => {
  const { protocol, hostname } = new URL(request.url())
  if (protocol.startsWith("http") && !HERE.includes(hostname)) strangers.push(request.url())
})

const nap = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))
const settle = async () => {
  await nap(80)
  await page.waitForSelector(IDLE)
}
const at = (key, tags) => `.st-key-${key.replace(/[^\w-]/g, "-")} :is(${tags})`
// Where it stands once it rests: a page that comes replaces the one before, and scrolls to its top a moment later.
const place = (found) => found.scrollIntoView().then(() => found.boundingBox()).then(JSON.stringify, () => "gone")
const part = async (key, tags, which = 0) => {
  await page.waitForSelector(at(key, tags))
  for (let before, tries = 0; tries < 200; tries += 1, await nap(80)) {
    const found = (await page.$$(at(key, tags))).at(which)
    const now = found && (await place(found))
    if (now && now === before && now !== "gone") return found
    before = now
  }
  throw new Error("it does not come to rest")
}
const DO = {
  visit: (path) => page.goto(`${address}/${path}`),
  see: (text) => page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text),
  click: async (key, which) => (await part(key, "button, summary", which)).click(),
  focus: async (key) => (await part(key, "button")).focus(),
  saved: async (ending) => {
    const files = () => readdirSync(folder)
    while (!files().some((name) => name.endsWith(ending)) || files().some((name) => name.endsWith(".part"))) await nap(100)
  },
  press: (key) => page.keyboard.press(key),
  type: async (key, text) => {
    const box = await part(key, "input, textarea")
    await box.click({ count: 3 })
    await box.type(text)
    await box.press("Enter")
  },
  choose: async (key, which) => {
    await (await part(key, "input")).click()
    await page.waitForSelector('[role="option"]')
    await (await page.$$('[role="option"]')).at(which).click()
  },
}

const wrong = []
for (const [name, ...given] of steps) {
  try {
    await DO[name](...given)
    await settle()
  } catch (error) {
    wrong.push(`${name} ${given.join(" ")}: ${error}`)
    break
  }
}
await browser.close()
console.log(JSON.stringify({ wrong, errors, strangers }))
