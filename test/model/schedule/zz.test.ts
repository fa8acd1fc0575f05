import { it } from "vitest";
import { readWindow, describeWindow, expandYear, formatWeekTime, type Window } from "../../../model/schedule";
it("speed", () => {
    const zones = ["Europe/Berlin","America/New_York","Asia/Tokyo","UTC"];
    const ws = Array.from({ length: 1000 }, (_, i) => readWindow({ start: `${i%60} ${6+(i%7)} * * 1-5`, end: `${(i*7)%60} ${16+i%8} * * ${i%3?"1-5":"*"}`, timeZone: zones[i%4]! }) as Window);
    let t = performance.now(); for (const w of ws) expandYear(w); console.log("expand", performance.now()-t);
    t = performance.now(); for (const w of ws) describeWindow(w); console.log("describe after", performance.now()-t);
    for (const [s, e] of [["* * * * 1-5","* * * * 6"],["*/2 * * * *","1/2 * * * *"],["0 0 30 2 *","0 8 * * *"],["0 8 * * *","0 0 30 2 *"], [", * * * *", "* * * * ,"]] as const) {
        const w = readWindow({ start: s, end: e, timeZone: "Africa/Cairo" }) as Window; t = performance.now(); const d = describeWindow(w); console.log(s, e, performance.now()-t, JSON.stringify(d));
    }
    const w = readWindow({ start: "30 6 * * 1-5", end: "10 22 * * *", timeZone: "Europe/London" }) as Window; const d = describeWindow(w);
    console.log(d, formatWeekTime(w.timeZone, d.longest!.from), formatWeekTime(w.timeZone, d.longest!.to));
});
