const PAUSE = 200; // milliseconds: amoCRM takes 7 requests a second
const HOST = /^(https:\/\/[a-z0-9-]+\.(amocrm\.ru|amocrm\.com|kommo\.com)|https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?)$/i;

// Globals are weaker than the collection's own variables, so they are looked at first.
const given = (name) => {
  const own = run.get(name);
  const value = pm.variables.get(name);
  return String((value === own && pm.globals.get(name)) || value || "").trim();
};
const token = given("token");
let address = given("base_url").replace(/\/+$/, "");
if (!/^https?:/i.test(address)) {
  address = "https://" + address;
}

const refuse = (key, values) => {
  stop(say(key, values));
  pm.execution.skipRequest();
};

if (pm.info.requestName === plan.first) {
  Object.entries({ page: "1", seen: "0", there: "[]", by_hand: "[]" }).forEach(([name, value]) => run.set(name, value));
  giveLeave();
}
if (run.get("state") !== "ready") {
  refuse("no_leave", {});
} else if (plan.draft) {
  refuse("draft", {});
} else if (!token) {
  refuse("no_token", {});
} else if (address === run.get("example") || !HOST.test(address)) {
  refuse("no_address", { address });
} else {
  run.set("state", "sent");
  pm.variables.set("token", token);
  pm.variables.set("base_url", address);
  setTimeout(() => {}, PAUSE);
}
