const GOOD = [200, 201, 204];

const read = () => {
  try {
    return pm.response.json();
  } catch (error) {
    return null;
  }
};

// amoCRM's own words about what was wrong.
const words = (body) => {
  const errors = ((body && body["validation-errors"]) || []).flatMap((item) => item.errors || []);
  const told = errors.map((error) => [error.path, error.detail].filter(Boolean).join(": "));
  return [body && body.detail, ...told].filter(Boolean).join("; ");
};

const reason = (code, body) => {
  if (!code) return say("no_answer", {});
  if (code === 403 && !body) return say("blocked", {});
  if (code >= 200 && code < 300) return say("no_json", { code });
  return [say(texts["status_" + code] ? "status_" + code : "status", { code }), words(body)].filter(Boolean).join(" ");
};

// What was answered, empty for 204; nothing when the run has to stop here.
const answered = () => {
  const code = pm.response && pm.response.code;
  const body = code === 204 ? {} : read();
  if (!GOOD.includes(code) || !body) {
    stop(reason(code, body));
    return null;
  }
  pm.test(say("accepted", { code }), () => pm.expect(code).to.be.oneOf(GOOD));
  return body;
};

// The stages that a pipeline does not have by itself, from left to right.
const bySort = (one, other) => one.sort - other.sort;
const ownStages = (pipeline) =>
  pipeline._embedded.statuses.filter((stage) => stage.type !== 1 && ![142, 143].includes(stage.id)).sort(bySort);

// The list in an answer and what it is a list of.
const listed = (answer) => Object.entries(answer._embedded || {})[0] || ["", []];

// Asks for the next page by sending the same request again; tells whether there is one.
const turnPage = (answer) => {
  const more = pm.request.url.query.has("page") && Boolean(answer._links && answer._links.next);
  run.set("page", more ? String(Number(run.get("page")) + 1) : "1");
  if (more) pm.execution.setNextRequest(pm.info.requestId);
  return more;
};
