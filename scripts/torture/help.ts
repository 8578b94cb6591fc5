export const help = `Tortures of the real parts. Each ends with 1 when anything that must hold did not, and names it.

npm run torture -- [--rounds N] [--units U] [--minutes M] [--seed S] [--only NAME]
  Short years, one after the other (4): each with kills of server and worker, with the workflow server away over deadlines, or with its store deleted.
  Held against each other at the end: receipts, duties, reminders, the audit chain.
  --units U    agencies of the year (8)         --minutes M  how long a year lasts
  --seed S     of the first round (1)           --only NAME  one kind of fault alone

npm run torture -- mails [--units U] [--kills K] [--seed S] [--short]
  The drafting of a rehearsed year with its mails over SMTP: eight rungs to units, leaders, secretariat and committee, while plans are submitted. Worker and server are
  killed in the middle of sending and submitting; the mail server, one of this machine that delivers to nobody, is slow, away, puts off and refuses.
  What should have been sent is worked out from ladder, units and submissions alone. It holds when every reminder arrived once, was refused for good or is listed as
  uncertain, and no mail that may not be sent again arrived twice.
  --units U    agencies (260)                   --kills K    of worker and server (20)
  --seed S     of kills and weather (1)         --short      a quarter that passes in seconds, without long absences of the mail server
  Six minutes with the defaults; --short --units 12 --kills 3 takes one or two and is part of npm test.
`;
