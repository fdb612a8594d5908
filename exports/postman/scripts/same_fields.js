const id = (key) => String(run.get(key));
const pairs = (list) => list.map((pair) => pair.pipeline_id + ":" + pair.status_id).sort();

const inAccount = (field) => ({
  name: field.name,
  type: field.type,
  values: (field.enums || []).sort(bySort).map((choice) => choice.value),
  group: field.group_id || null,
  required: pairs(field.required_statuses || []),
});
const inProject = (field) => ({
  ...field,
  group: field.group ? id(field.group) : null,
  required: pairs(field.required.map(([pipeline, stage]) => ({ pipeline_id: id(pipeline), status_id: id(stage) }))),
});

const answer = answered();
if (answer) {
  const [, found] = listed(answer);
  plan.fields.forEach((wanted, n) => {
    const made = found.find((field) => String(field.id) === id("field_" + (n + 1)));
    if (!made) return;
    run.set("seen", String(Number(run.get("seen")) + 1));
    pm.test(say("same_field", { name: wanted.name }), () => pm.expect(inAccount(made)).to.eql(inProject(wanted)));
  });
  if (!turnPage(answer)) {
    pm.test(say("all_fields", {}), () => pm.expect(Number(run.get("seen"))).to.equal(plan.fields.length));
  }
  giveLeave();
}
