import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../model/rules";
import { CLAIMS, OUTSIDE } from "./peer-claims";
import type { Comparison, Said } from "./peer-comparison";
import { compare, writeFiles } from "./peer-comparison";
import { writeCopies } from "./peer-copies";
import { peerCosts } from "./peer-cost";
import { peersTable } from "./peer-table";
import { PEERS, PEER_NAMES, askPeer } from "./peers";
import { RENEWS_TABLES, writeTable } from "./write-table";

const COPIES = 25;

const folder = mkdtempSync(path.join(tmpdir(), "peers-"));
const files = writeFiles(mkdtempSync(path.join(folder, "files-")));
const comparisons: Comparison[] = [];

function peers(): void {
    beforeAll(async () => {
        for (const file of files) comparisons.push(await compare(file));
    });
    afterAll(() => {
        rmSync(folder, { recursive: true });
    });
    afterAll(async () => {
        if (!RENEWS_TABLES) return;
        const copies = writeCopies(files, mkdtempSync(path.join(folder, "copies-")), COPIES);
        await writeTable("peers.md", peersTable(comparisons, [files, copies].map(peerCosts)));
    });

    it.each(PEERS)("asks $name in the version $version", (peer) => {
        expect(askPeer(peer, peer.askVersion).stdout).toContain(peer.version);
    });

    it.each(PEER_NAMES)("says of each check of %s once what it means to us", (name) => {
        const ids = [...CLAIMS.flatMap(({ checks }) => checks[name] ?? []), ...OUTSIDE[name]];
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    it("names only rules that there are, and a reason where it names none", () => {
        const ids = RULES.map(({ id }) => id);
        expect(CLAIMS.flatMap(({ rules }) => rules).filter((id) => !ids.includes(id))).toEqual([]);
        expect(CLAIMS.filter(({ rules, silences = [] }) => rules.length + silences.length === 0)).toEqual([]);
    });

    it("knows every check that fires, and the object on which it does", () => {
        expect(
            comparisons.flatMap(({ file, unmapped }) => unmapped.map((each) => `${file}: ${each}`)),
        ).toEqual([]);
    });

    it.each(PEER_NAMES)("sees each check of %s that we compare fire", (name) => {
        const said = comparisons.flatMap((comparison) => comparison.said).filter(({ peer }) => peer === name);
        const fired = new Set(said.map(({ check }) => check));
        expect(CLAIMS.flatMap(({ checks }) => checks[name] ?? []).filter((id) => !fired.has(id))).toEqual([]);
    });

    it.each(PEER_NAMES)("says what %s says, or has a reason not to", (name) => {
        const said = comparisons.flatMap((comparison) => comparison.said).filter(({ peer }) => peer === name);
        expect(
            said.filter(({ isSaidByUs, silence }) => !isSaidByUs && silence === undefined).map(shown),
        ).toEqual([]);
    });

    it("has no reason that covers nothing", () => {
        const used = new Set(comparisons.flatMap(({ said }) => said.map(({ silence }) => silence?.because)));
        const reasons = CLAIMS.flatMap(({ silences = [] }) => silences).map(({ because }) => because);
        expect([...new Set(reasons)].filter((because) => !used.has(because))).toEqual([]);
    });
}

function shown({ file, check, object, claim }: Said): string {
    return `${file}: ${check} of ${object}, and not ${claim.rules.join(" or ")}`;
}

describe(`${files.length} files and the checks of ${PEER_NAMES.join(", ")}`, peers);
