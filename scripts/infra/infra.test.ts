import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "../..");
const infra = path.join(root, "infra");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const unique = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();
const matches = (text: string, pattern: RegExp): string[] =>
  unique(Array.from(text.matchAll(pattern), (found) => found[1] ?? ""));

/** The names that an example file of settings sets. */
const settingsOf = (file: string): string[] => matches(read(file), /^([A-Z_]+)=/gm);

/** The names that the server reads from its environment. */
const serverNames = (): string[] =>
  matches(read("apps/server/src/environment.ts"), /\b(DATABASE_URL|HOST|PORT|YC_[A-Z_]+)\b/g);

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
}
const compose = parse(read("infra/compose.yaml")) as Compose;
const services = Object.entries(compose.services);

describe("the shell scripts", () => {
  const scripts = readdirSync(infra, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".sh"),
  );

  test.each(scripts)("%s is executable, strict and well-formed", (name) => {
    const file = path.join(infra, name);
    expect(statSync(file).mode & 0o111).toBe(0o111);
    expect(readFileSync(file, "utf8")).toMatch(/^#!\/usr\/bin\/env bash\n(?:#.*\n)*set -euo pipefail\n/);
    expect(spawnSync("bash", ["-n", file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  test("use the settings that backup.env.example names, and no others", () => {
    const used = matches(read("infra/backup.sh") + read("infra/restore.sh"), /\$\{?((?:YC|PG)_?[A-Z_]+)/g);
    expect(settingsOf("infra/backup.env.example")).toEqual(expect.arrayContaining(used));
  });
});

describe("compose.yaml", () => {
  test("names folders and files that exist", () => {
    const mounted = services
      .flatMap(([, service]) => service.volumes ?? [])
      .map((volume) => volume.split(":")[0] ?? "");
    const paths = mounted.filter((source) => source.startsWith("."));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((source) => !existsSync(path.join(infra, source)))).toEqual([]);
    for (const [, { build }] of services.filter(([, service]) => service.build)) {
      expect(existsSync(path.join(infra, build?.context ?? "", build?.dockerfile ?? ""))).toBe(true);
    }
  });

  test("names volumes, networks and services that it declares", () => {
    const named = services
      .flatMap(([, service]) => service.volumes ?? [])
      .map((volume) => volume.split(":")[0] ?? "");
    const volumes = unique(named.filter((source) => /^[a-z]/.test(source)));
    expect(volumes).toEqual(unique(Object.keys(compose.volumes)));
    expect(unique(services.flatMap(([, service]) => service.networks ?? []))).toEqual(
      unique(Object.keys(compose.networks)),
    );
    const needed = services.flatMap(([, service]) => Object.keys(service.depends_on ?? {}));
    expect(needed.filter((name) => !(name in compose.services))).toEqual([]);
  });

  test("pins every image to a version", () => {
    const images = services.flatMap(([, service]) => service.image ?? []);
    expect(images.filter((image) => !/:\d+\.\d+/.test(image))).toEqual([]);
  });

  test("takes every secret from compose.env.example, which holds nothing else", () => {
    const used = matches(read("infra/compose.yaml"), /\$\{([A-Z_]+)/g);
    expect(settingsOf("infra/compose.env.example")).toEqual(used);
  });

  test("gives the server only names that it reads, and lets the database be reached by nobody outside", () => {
    const given = unique(Object.keys(compose.services["server"]?.environment ?? {}));
    expect(given.filter((name) => !serverNames().includes(name))).toEqual([]);
    expect(given).toEqual(
      expect.arrayContaining(["DATABASE_URL", "YC_APP_URL", "YC_PUBLIC_URL", "YC_WORKER_URL"]),
    );
    expect(compose.networks["inside"]).toEqual({ internal: true });
    expect(compose.services["postgres"]?.networks).toEqual(["inside"]);
    expect(compose.services["postgres"]).not.toHaveProperty("ports");
  });

  test("gives set-passwords.sh every password that it sets", () => {
    const wanted = matches(read("infra/postgres/set-passwords.sh"), /\\getenv \w+ (\w+)/g);
    const given = Object.keys(compose.services["postgres"]?.environment ?? {});
    expect(given).toEqual(expect.arrayContaining(wanted));
  });
});

describe("the image", () => {
  const dockerfile = read("infra/Dockerfile");
  const { packageManager } = JSON.parse(read("package.json")) as { packageManager: string };
  const catalog = (parse(read("pnpm-workspace.yaml")) as { catalog: Record<string, string> }).catalog;

  test("copies what exists, and the manifest of every workspace", () => {
    const sources = matches(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((line) => line.split(" "));
    expect(sources.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
    const covered = (name: string): boolean =>
      sources.some(
        (source) => source === name || source === `${name}/package.json` || name.startsWith(`${source}/`),
      );
    const workspaces = ["apps", "packages"].flatMap((group) =>
      readdirSync(path.join(root, group)).map((name) => `${group}/${name}`),
    );
    const production = sources.slice(sources.indexOf("package.json"));
    expect(production.length).toBeGreaterThan(3);
    expect(workspaces.filter((name) => !covered(name))).toEqual([]);
  });

  test("uses the pinned pnpm and Node", () => {
    expect(matches(dockerfile, /npx -y (pnpm@\S+)/g)).toEqual([packageManager]);
    expect(matches(dockerfile, /^FROM node:([\d.]+)/gm)).toEqual([catalog["node"]]);
  });
});

describe("the units", () => {
  const units = readdirSync(infra).filter((name) => /\.(service|timer)$/.test(name));

  test.each(units)("%s has its sections, and only settings", (name) => {
    const lines = read(`infra/${name}`)
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    const sections = lines.filter((line) => line.startsWith("["));
    expect(sections).toContain("[Unit]");
    expect(sections).toContain(name.endsWith(".timer") ? "[Timer]" : "[Service]");
    expect(lines.filter((line) => !/^(\[[A-Z][a-z]+\]|[A-Z][A-Za-z]+=.*)$/.test(line))).toEqual([]);
  });

  test.each(units)("%s names programs of the repository and settings with an example", (name) => {
    const text = read(`infra/${name}`);
    const programs = matches(text, /\/opt\/yichuang\/(\S+\.(?:ts|sh|md))/g);
    expect(programs.filter((program) => !existsSync(path.join(root, program)))).toEqual([]);
    const settings = matches(text, /^EnvironmentFile=\/etc\/yichuang\/(\S+)$/gm);
    expect(settings.filter((file) => !existsSync(path.join(infra, `${file}.example`)))).toEqual([]);
  });

  test("yichuang.env.example sets only names that the server reads", () => {
    const set = settingsOf("infra/yichuang.env.example");
    expect(set.filter((name) => !serverNames().includes(name))).toEqual([]);
    expect(set).toContain("YC_APP_URL");
  });
});

test("the Caddyfile closes what it opens and uses what compose.yaml gives the proxy", () => {
  const text = read("infra/Caddyfile");
  const settings = matches(text, /\{\$([A-Z_]+)/g);
  expect(settings).toEqual(unique(Object.keys(compose.services["proxy"]?.environment ?? {})));
  const blocks = text.replaceAll(/\{\$[^}]*\}/g, "");
  expect(blocks.split("{").length).toBe(blocks.split("}").length);
  expect(blocks.split("{").length).toBeGreaterThan(3);
});
