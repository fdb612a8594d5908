// Nothing is written into an account that has one of the project's names already.
const same = (name) => String(name).trim().toLowerCase();

const answer = answered();
if (answer) {
  const [kind, found] = listed(answer);
  const have = new Set(found.map((item) => same(item.name)));
  const names = plan.names[kind] || [];
  const taken = names.filter((name) => have.has(same(name)));
  if (taken.length) {
    stop(say("exists_" + kind, { names: quoted(taken) }));
  } else if (kind === "pipelines" && found.length + names.length > plan.most_pipelines) {
    stop(say("too_many", { have: found.length, add: names.length, most: plan.most_pipelines }));
  } else {
    turnPage(answer);
    giveLeave();
  }
}
