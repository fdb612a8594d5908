// Projects opened in this browser, newest first. Anything may stand in a browser's storage: only sound entries count.
const KEY = "voronka.projects"
const MOST = 200

function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY))
    const sound = kept.filter(isSound)
    return sound.filter(({ token }, place) => place === sound.findIndex((other) => other.token === token)).slice(0, MOST)
  } catch {
    return []
  }
}

function remember(projects) {
  try {
    localStorage.setItem(KEY, JSON.stringify(projects.slice(0, MOST)))
  } catch {
    return
  }
  dispatchEvent(new StorageEvent("storage", { key: KEY })) // a browser tells other tabs only
}

function isSound(entry) {
  const { token, name, at } = entry ?? {}
  return typeof token === "string" && /^[\w-]{32}$/.test(token) && typeof name === "string" && !isNaN(Date.parse(at))
}
