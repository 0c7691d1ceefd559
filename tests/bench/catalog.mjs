// A made-up catalog the size of NIST SP 800-53: 1,200 requirements in 4 MB, the same each time.

/** Numbers that look random: a linear congruential generator (Numerical Recipes). */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const words =
  "leverandøren skal sikre at adgang til systemer data og logfiler styres dokumenteres og gennemgås efter aftale med kunden så ændringer hændelser og afvigelser opdages rettes og meldes uden at drift eller fortrolighed bliver svækket".split(" ");

/** The source of a catalog with that many requirements of about that many letters. */
export function bigCatalog(id, { requirements = 1200, letters = 3000 } = {}) {
  const next = numbers(20261128);
  const sentence = (length) => {
    let text = "";
    while (text.length < length) text += `${text ? " " : ""}${words[next(words.length)]}`;
    return text;
  };
  const phases = [...Array(20).keys()].map((n) => `  - {id: "${n + 1}", title: "Fase ${n + 1}: ${sentence(20)}"}\n`);
  const recommendations = [...Array(60).keys()].map(
    (n) => `  - {id: "${(n % 20) + 1}.${Math.floor(n / 20) + 1}", phase: "${(n % 20) + 1}", text: "${sentence(120)}"}\n`,
  );
  const rows = [...Array(requirements).keys()].map((n) => {
    const phase = (n % 20) + 1;
    return `  - id: AC-${n + 1}
    phase: "${phase}"
    theme: ${sentence(20)}
    text: Leverandøren skal ${sentence(letters)}.
    kind: ${next(3) ? "minimum" : "standard"}
    verification: Rapport om ${sentence(120)}
    frequency: ${["P1M", "P1Y", "P3M", "once"][next(4)]}
    recommendations: ["${phase}.${next(3) + 1}"]
    controls: ["A.5.${next(37) + 1}"]
    note: ${sentence(150)}
`;
  });
  return `id: ${id}
title: Et katalog på størrelse med NIST SP 800-53
classification: offentlig
version: "1.0"
history: [{version: "1.0", date: 2025-11-19, by: Bench, change: Nyt katalog, kind: new}]
phases:
${phases.join("")}recommendations:
${recommendations.join("")}requirements:
${rows.join("")}`;
}
