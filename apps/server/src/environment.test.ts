import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

const read = (env: Record<string, string>) => readEnvironment(env, "/srv");
const urls = {
  DATABASE_URL: "postgres://a@h/d",
  YC_APP_URL: "postgres://b@h/d",
  YC_WORKER_URL: "postgres://c@h/d",
  YC_PUBLIC_URL: "postgres://e@h/d",
};

test("without anything it is the demonstration on an embedded database", () =>
  expect(read({})).toMatchObject({ port: 3000, databaseUrl: undefined, demo: true, dataDir: "/srv/.data" }));

test("a server of one's own keeps the demonstration, roles of one's own end it", () => {
  expect(read({ DATABASE_URL: urls.DATABASE_URL }).demo).toBe(true);
  expect(read(urls).demo).toBe(false);
  expect(read({ ...urls, YC_DEMO: "on" }).demo).toBe(true);
});

test("what is wrong is named, all of it at once", () => {
  expect(() => read({ PORT: "abc", DATABASE_URL: "nothing" })).toThrow(
    /PORT: must be a port[\s\S]*DATABASE_URL: /,
  );
  expect(() => read({ ...urls, YC_WORKER_URL: "" })).toThrow(/YC_WORKER_URL/);
  expect(() => read({ DATABASE_URL: urls.DATABASE_URL, YC_APP_URL: urls.YC_APP_URL })).toThrow(/all or none/);
});
