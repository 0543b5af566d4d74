import { expect, test } from "vitest";
import { repeatedField } from "./repeated-fields.ts";

test.each<[what: string, text: string, path: (string | number)[] | undefined]>([
  ["nothing twice", '{"a": 1, "b": {"a": 1}, "c": [{"a": 1}, {"a": 1}]}', undefined],
  ["a field of the document", '{"a": 1, "a": 2}', ["a"]],
  ["a field further down", '{"lists": {"x": 1, "y": 2, "x": 3}}', ["lists", "x"]],
  ["a field in a later element", '[{"a": 1}, {"b": 1, "b": 2}]', [1, "b"]],
  ["a field behind a list", '{"l": [1, [2, 3], 4], "m": 1, "l": 2}', ["l"]],
  ["a field behind an object", '{"o": {"p": 1}, "q": {"p": 1}, "o": 1}', ["o"]],
  ["a field in a list of lists", '{"l": [[], [{"a": 1}, {"a": 1, "a": 1}]]}', ["l", 1, 1, "a"]],
  ["a name written in another way", '{"a": 1, "\\u0061": 2}', ["a"]],
  ["a name with quotes in it", '{"\\"a": 1, "a": 2, "\\"a": 3}', ['"a']],
  [
    "words that look like names",
    '{"a": "b", "c": "b", "d": ["a", "a"], "e": "{\\"a\\": 1, \\"a\\": 2}"}',
    undefined,
  ],
  ["a name with space before its colon", '{"a" : 1, "a"\n: 2}', ["a"]],
  ["a field behind numbers, words and nothing", '{"a": [1.5, true, null, "x"], "b": -2e3, "a": 1}', ["a"]],
  ["a name that ends in a backslash", '{"a\\\\": 1, "b": {"c": 1, "a\\\\": 2}, "a\\\\": 3}', ["a\\"]],
  ["brackets inside words", '{"a": "]}", "b": "[{", "a": 1}', ["a"]],
])("%s", (_what, text, path) => expect(repeatedField(text)).toEqual(path));
