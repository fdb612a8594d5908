"""What docs/names.md says of each corpus: how it came about, and how it was read the first time."""

from __future__ import annotations

INTRO = """# How well names are read

Of Russian names the reader has never met, expect 97.3 % of the bad ones to be errors (of 337) and 0.6 % to be silent,
1.0 % of the good ones (204) to be alarmed, and 88.4 % of the weak ones (198) to get a warning or a hint ("Larger
judges", before the last teaching); of English ones 94.9 % of 486 and 1.0 %, 1.6 % of 243, 90.3 % of 227 ("The last
English judges"). That meets the goals: 95, at most 1, at most 2 and 85 % in Russian, 90, 2, 4 and 80 % in English.
Names made to be tricky stay short of them ("Ten rounds of fresh names"): in the hard rounds 88 % of the bad Russian
and 85 % of the bad English names were errors when first read, and of good Russian names made to look bad 5 to 15 %
were alarmed.

Written by `python -m tests.names.measure > docs/names.md` from the labelled corpus in `tests/names/corpus`. A bad
name should be an error, a weak one a warning or a hint, a good one silent. The lexicon was written with the tuning
half in view. The names of the test half were hardly looked at, but its figures by group were, several times: they
showed which concepts to think about further, and the work ended when the goals were met. At the first measurement
88 % of its bad Russian names and 94 % of its English ones were errors. Hints about capitals, numbers and length do
not count against a good name. Steps, facts and reasons have no unseen half."""

SECOND = """## The second corpus

Composed later, by one author and of one mind with the lexicon, so it flatters. Ordinary names that had been kept
unseen: 93.0 % of 200 bad Russian ones were errors at their first measurement (92.5 % before the lexicon
was extended), 2.5 % silent, 1.2 % of 83 good ones alarmed, 92.1 % of 63 weak ones got a warning or a hint;
English: 91.8 % of 98 (88.8 %), 0 %, 0 % of 40, 100 % of 30. Harder names, written after the first failures were known:
Russian 92.0 % of 137 (73.0 %), 4.4 % silent, 5.3 % of 94 good ones alarmed (10.6 %); English 91.2 % of 91 (68.1 %),
3.3 % silent, 7.5 % of 53 (9.4 %). The goals were therefore not yet met on unseen names. Afterwards the lexicon was
extended for these failures too, so the tables below show no more than that nothing was lost since. Labels that were
corrected afterwards say so in the corpus."""

THIRD = """## The third corpus, half of it unseen

Composed and labelled before the lexicon was read again, in the manner of many trades, and dealt into halves by the
hash of the name. At the first measurement 84 % of 336 bad Russian names of the tuning half and 86 % of 335 of the
test half were errors, 6.8 % and 6.3 % silent, 4.3 % of 117 and 1.7 % of 118 good ones alarmed, 80 % and 78 % of 55
weak ones got a warning or a hint; English: 84 % of 80 and 89 % of 79, 6.2 % and 3.8 %, 5.4 % of 37 and 0 % of 36,
75 % of 16 and 94 % of 17. Then the lexicon was extended by whole classes of words, taken from lists of frequent
verbs, adjectives and nouns, and by grammar. Of the test half only figures by group were looked at, some fifteen
times, but its author had written it and so flatters it too. Where its goals are not met the tables say so."""

FOURTH = """## The fourth corpus

Written name by name as people of ten trades would have typed them, without a look at the lexicon or at the other
corpora; of 326 Russian names 57 stood in an earlier corpus already, of 152 English ones 46, and were left out. At
their first reading 90.5 % of 168 bad Russian names were errors, 2.4 % silent, 1.6 % of 63 good ones alarmed, 78.9 %
of 38 weak ones got a warning or a hint; English: 74.6 % of 63, 4.8 %, 0 % of 27, 82.4 % of 17. After whole classes of
words and the object of a verb of taking had been taught for what was missed, the names kept for last were read for
the first time: 86.5 % of 52 bad Russian ones were errors (75.0 % by the lexicon as it was before), 7.7 % silent
(15.4 %), none of 15 good ones alarmed, 10 of 10 weak ones got a warning or a hint; English: 91.4 % of 35 (60.0 %),
2.9 % silent (14.3 %), none of 10, 6 of 6. They are harder than the rest: losses told as a plain fact and names of
firms. What they missed has been taught since, so the tables show only that nothing was lost."""

FOUND = """## Names found in public code

Labels of stages and statuses in public code, seen in two goes after most of that work and labelled before they were
read. At the first reading of the first go 97 % of 64 bad Russian ones were errors and none was silent (95 % and none by
the lexicon as it was before), none of 19 good ones alarmed, 81 % of 26 weak ones got a warning or a hint; English: 10
of 14 bad ones, 1 silent, none of 5 good ones, 7 of 8 weak ones. Of the second go 24 of 27 bad Russian ones were errors,
none was silent, 1 of 5 good ones alarmed, 7 of 8 weak ones got a warning or a hint; English: 21 of 23, 1 silent,
none of 8 good ones. Two labels of that go were no stages and are left out here. Ordinary names are plainer than
composed ones. What was missing has been taught since, so the tables show only that nothing was lost."""

FOUND_THIRD = """## Names found in public code and documents

Stages and statuses from some seventy places in public code and documents, gathered when everything above had been
taught, labelled by the decisions above and kept before any of them was read. Labels of earlier corpora were looked up
to decide alike, the lexicon was not. Of 338 Russian names 92 stood in an earlier corpus already, of 151 English ones
33, and were left out: the reader has met about a quarter of what people write, and these are the rest. Read once,
89.0 % of 91 bad Russian names were errors (81; the goal is 95 %), 2.2 % silent (2; at most 1 %), 1.5 % of 65 good
ones alarmed (1; at most 2 %), 87.8 % of 90 weak ones got a warning or a hint (79; at least 85 %), 8.9 % an error (8).
English: 73.8 % of 42 bad ones were errors (31; the goal is 90 %), 9.5 % silent (4; at most 2 %), 2.7 % of 37 good
ones alarmed (1; at most 4 %), 76.9 % of 39 weak ones got a warning or a hint (30; at least 80 %), 7.7 % an error (3).
Good names were safe in both languages and the goal for weak Russian ones was met; those for bad names and for weak
English ones were not then. The classes behind what was missed have been taught since, so the tables below show only
that nothing was lost."""

ROUNDS = """## Ten rounds of fresh names

Some sixty to a hundred and fifty names a language and round, composed and labelled without a look at how they are
read, then read once, and only then learnt from. Names that stood in an earlier corpus were left out. The figures are
those of the first reading; behind them, in brackets, what the reader made of the same names as it was before the
rounds.

| round | bad Russian → error | silent | good alarmed | weak → warning or hint |
| --- | --- | --- | --- | --- |
| 1 | 93.3 % of 75 | 2.7 % | 0 % of 19 | 100 % of 18 |
| 2 | 84.2 % of 95 (83.2 %) | 6.3 % (6.3 %) | 0 % of 18 (0 %) | 89.5 % of 19 (89.5 %) |
| 3 | 93.5 % of 92 (88.0 %) | 3.3 % (3.3 %) | 0 % of 26 (0 %) | 76.9 % of 26 (84.6 %) |
| 4 | 87.4 % of 87 (85.1 %) | 3.4 % (4.6 %) | 4.8 % of 21 (4.8 %) | 87.0 % of 23 (82.6 %) |
| 5 | 84.3 % of 89 (78.7 %) | 4.5 % (5.6 %) | 0 % of 27 (0 %) | 100 % of 21 (100 %) |
| 6 | 88.5 % of 78 (83.3 %) | 3.8 % (6.4 %) | 4.3 % of 23 (4.3 %) | 66.7 % of 21 (71.4 %) |
| 7 | 93.9 % of 49 (89.8 %) | 2.0 % (4.1 %) | 0 % of 10 (0 %) | 90.0 % of 10 (90.0 %) |
| 8 | | | 10.7 % of 187 | 91.5 % of 47 |
| 9 | 96.2 % of 52 (94.2 %) | 1.9 % (1.9 %) | 5.4 % of 129 (14.0 %) | 75.0 % of 52 (67.3 %) |
| 10 | 95.0 % of 20 (95.0 %) | 0 % (0 %) | 15.2 % of 66 (30.3 %) | 91.4 % of 35 (62.9 %) |

| round | bad English → error | silent | good alarmed | weak → warning or hint |
| --- | --- | --- | --- | --- |
| 1 | 94.7 % of 57 | 1.8 % | 0 % of 17 | 71.4 % of 14 |
| 2 | 83.5 % of 85 (78.8 %) | 1.2 % (1.2 %) | 4.5 % of 22 (4.5 %) | 87.0 % of 23 (87.0 %) |
| 3 | 88.7 % of 97 (74.2 %) | 2.1 % (4.1 %) | 0 % of 26 (0 %) | 91.7 % of 24 (95.8 %) |
| 4 | 91.3 % of 92 (82.6 %) | 2.2 % (2.2 %) | 0 % of 24 (0 %) | 84.6 % of 26 (88.5 %) |
| 5 | 85.1 % of 94 (71.3 %) | 4.3 % (4.3 %) | 0 % of 27 (0 %) | 95.5 % of 22 (90.9 %) |
| 6 | 76.2 % of 84 (59.5 %) | 4.8 % (7.1 %) | 3.8 % of 26 (0 %) | 76.2 % of 21 (81.0 %) |
| 7 | 90.6 % of 53 (84.9 %) | 1.9 % (3.8 %) | 0 % of 11 (0 %) | 100 % of 12 (100 %) |

The third to sixth rounds are hard on purpose: losses told as a plain fact and names that have no word of the trade.
The last three are hard in another way: good names of delivery, hiring and sales that look like bad ones (where a
thing is, a participle alone, a remark in brackets, a word cut short), written after the corpora below had shown that
good names are alarmed too often, the tenth where the reader was still thought weak. In brackets the ninth and tenth
have what the reader made of them before the eighth was learnt from: alarms were halved or better, and on names as
tricky as these the goal is still far. Over the fourth to seventh round together 87.8 % of 303 bad Russian names were
errors (83.5 % as it was before) and 3.6 % silent (5.3 %), 85.4 % of 323 bad English ones (73.7 %) and 3.4 % silent
(4.3 %): better than before and, for names as hard as these, still short of the goals. Their names are tuning material
now, so the tables below show only that nothing was lost."""

JUDGED = """## Judged unseen after the first seven rounds

Names seen in public code and documents, and names composed in the manner of accounts, labelled
without a look at the lexicon or the rounds, while these were going on. Read once by the reader that came out of the
seven rounds, 97.3 % of 188 bad Russian names were errors (95.7 % as it was before the rounds), none was silent (0.5 %),
6.3 % of 143 good ones were alarmed (2.8 %; at most 2 % was the goal), 85.1 % of 174 weak ones got a warning or a hint
(87.4 %; of the found ones alone 82.8 %). English: 98.6 % of 144 (91.7 %), none (0.7 %), 1.0 % of 105 (1.0 %), 83.3 %
of 90 (88.9 %). The rounds had made the reader severe: bad names were found as wanted in both languages, at the cost of
good Russian ones. What alarmed them was then taught as classes (see the last three rounds) and the names are
counted out with the others, so the tables below show only that nothing was lost."""

JUDGE = """## The first judge kept apart

Whole funnels from public code and documents, with some composed names of the labels that are rare there (40 of 274
Russian and 20 of 128 English), labelled while the last rounds went on, without a look at them or at the reader, and
read once when they were done. Russian: 99.0 % of 103 bad names were errors (102), none was silent, none of 101 good
ones was alarmed, 91.4 % of 70 weak ones got a warning or a hint (64). English: 95.7 % of 46 (44), one was silent
(2.2 %; at most 2 % was the goal), none of 47, 97.1 % of 35 (34). Names that stood in an earlier corpus (60 and 18)
had been left out; four Russian ones stand in the rounds that were written beside it. Of its misses one class was
taught afterwards (attempts that failed, calls cut off), nothing else. These are ordinary names; the rounds above tell
what to expect of tricky ones."""

LARGE = """## Larger judges, read afterwards

Whole funnels from public code and documents with composed names of many trades (home services, agencies, insurance,
clinics, schools, wholesale, factories, law, travel, hiring), collected in both languages without a look at the reader
and labelled before any of them was read; names that stood in an earlier corpus were left out. Read once. The first
English one: 95.9 % of 218 bad names were errors (209), 1.8 % silent (4), 1.5 % of 132 good ones alarmed (2), 80.5 %
of 149 weak ones got a warning or a hint (120); of those found in public alone 96.2 % of 185, 2.2 % (4), 1.7 % of 115,
79.9 % of 144. The second, by trade: 91.3 % of 263 (240), 2.7 % silent (7; at most 2 % was the goal), 0.7 % of 144
(1), 87.9 % of 149 (131); found alone 89.7 % of 165 (148; the goal is 90 %), 3.0 % (5), 1.1 % of 92, 87.3 % of 118.
Both together: 93.3 % of 481, 2.3 % silent (11), 1.1 % of 276, 84.2 % of 298. Russian: 97.3 % of 337 (328), 0.6 %
silent (2), 1.0 % of 204 (2), 88.4 % of 198 (175); found alone 97.8 % of 135 (132), none, 2.4 % of 82 (2; at most 2 %
is the goal), 85.7 % of 98. Taken whole, they meet every goal but that for silent bad English names. What was missed
(reasons of a loss told by a noun, tries that are counted, participles with "almost" or "wrongly", deeds of ours
alone, events by their noun) has been taught as classes since, so the tables below show only that nothing was lost. The
Russian figures are those to expect of unseen names, with one reserve: they are of the reader before that teaching. The
first judge, which it does not learn from, is read no worse since."""

LAST = """## The last English judges: the figure for unseen names

Two corpora from public code and documents with composed names (244 of 544 and 189 of 412), the first of desks and
offices (recruiting, wholesale, software, fundraising, agencies, partners), the second of trades (solar, roofing,
garages, clinics, law, loans, events). They were collected and labelled apart from each other and without a look at
the reader or its lexicon, while the classes behind the misses of the larger judges were being taught; names that
stood in an earlier corpus were left out. Read once, by the reader that came out of that teaching. The first: 96.0 %
of 299 bad names were errors (287), 1.0 % silent (3), 2.5 % of 119 good ones alarmed (3), 90.5 % of 126 weak ones got
a warning or a hint (114); of those found in public alone 96.7 % of 182 (176), 1.6 % (3), none of 54, 85.9 % of 64
(55). The second: 93.0 % of 187 (174), 1.1 % silent (2), 0.8 % of 124 (1), 90.1 % of 101 (91); found alone 93.1 % of
102 (95), 1.0 % (1), none of 70, 82.4 % of 51 (42). Both together: 94.9 % of 486 (461), 1.0 % silent (5), 1.6 % of 243
(4), 90.3 % of 227 (205); found alone 95.4 % of 284 (271), 1.4 % (4), none of 124, 84.3 % of 115 (97). Every goal is
met, by each of the two and by the found names alone. These are the figures to expect of unseen English names; names
made to be tricky, as those of the rounds are, stay short of the goals. Nothing is taught from these corpora: where a
table below tells other figures, the reader has changed since."""
