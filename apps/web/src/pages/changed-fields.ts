interface Answers {
  [section: string]: { [field: string]: unknown };
}

/** Addresses `section/field` whose answers differ, in the order of the later one. */
export function changedFields(before: Answers, after: Answers): string[] {
  const sections = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...sections].flatMap((section) => {
    const fields = new Set([...Object.keys(after[section] ?? {}), ...Object.keys(before[section] ?? {})]);
    return [...fields]
      .filter((field) => JSON.stringify(before[section]?.[field]) !== JSON.stringify(after[section]?.[field]))
      .map((field) => `${section}/${field}`);
  });
}
