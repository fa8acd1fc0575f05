import type { Shape, Syntax } from "../arguments";
import { mapOf } from "../arguments";

const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The key of a tag (AWS tagging reference: 128 characters, `aws:` is AWS's own). */
const TAG_KEY: Syntax = {
    name: "the key of a tag",
    accepts: (text) =>
        text !== "" && text.length <= LONGEST_KEY && TAG_TEXT.test(text) && !/^aws:/i.test(text),
    fix: `use at most ${LONGEST_KEY} letters, digits, spaces and _.:/=+-@, without "aws:" in front`,
};

const TAG_VALUE: Syntax = {
    name: "the value of a tag",
    accepts: (text) => text.length <= LONGEST_VALUE && TAG_TEXT.test(text),
    fix: `use at most ${LONGEST_VALUE} letters, digits, spaces and _.:/=+-@`,
};

/** The form of tags of AWS resources. */
export const TAGS: Shape = mapOf({ kind: "text", syntax: TAG_VALUE, mayBeEmpty: true }, TAG_KEY);
