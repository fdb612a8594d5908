// Scripts hold no names and no texts: those stand in the variables `plan` and `texts`, as JSON.
const run = pm.collectionVariables;
const plan = JSON.parse(run.get("plan"));
const texts = JSON.parse(run.get("texts"));

// A sentence with its {places} filled in.
const say = (key, values) => texts[key].replace(/\{(\w+)\}/g, (place, name) => String(values[name]));
const quoted = (names) => names.map((name) => say("quoted", { name })).join(", ");

// Every request asks for leave, which only a request that has succeeded gives to the next one.
const giveLeave = () => run.set("state", "ready");
const stop = (sentence) => {
  run.set("state", "stopped");
  pm.execution.setNextRequest(null);
  pm.test(sentence, () => {
    throw new Error(say("stopped", { request: pm.info.requestName }));
  });
};
