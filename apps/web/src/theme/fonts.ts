const NAMED = [
  "PingFang SC",
  "Microsoft YaHei UI",
  "Microsoft YaHei",
  "HarmonyOS Sans SC",
  "Source Han Sans SC",
  "Noto Sans CJK SC",
];
// Chinese glyphs are one em wide in every family, so only Latin letters tell the families apart.
const SAMPLE = "mmwwiill0017";

/** Loads the Chinese web font after first paint, and only on a machine without any of the named families. */
export function loadFallbackFont(): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (!NAMED.some(isInstalled)) void import("@fontsource-variable/noto-sans-sc/wght.css");
    }, 0),
  );
}

function isInstalled(family: string): boolean {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return false;
  const width = (font: string): number => {
    context.font = `40px ${font}`;
    return context.measureText(SAMPLE).width;
  };
  return (["monospace", "serif"] as const).some((base) => width(`"${family}", ${base}`) !== width(base));
}
