import { describe, expect, it } from "vitest";
import { formatCpu, formatMemory, parseQuantity, type Quantity } from "../../../model/capacity";

describe("formatCpu", () => {
    it.each([
        ["2", "2 vCPU"],
        ["1500m", "1.5 vCPU"],
        ["0.25", "250m"],
        ["100u", "100u"],
        ["0", "0 vCPU"],
        ["1k", "1000 vCPU"],
    ])("writes %s as %s", (text, shown) => {
        expect(formatCpu(parseQuantity(text) as Quantity)).toBe(shown);
    });
});

describe("formatMemory", () => {
    it.each([
        ["8Gi", "8 GiB"],
        ["1536Mi", "1.5 GiB"],
        ["2G", "1.86 GiB"],
        ["512Mi", "512 MiB"],
        ["1023.999Mi", "1 GiB"],
        ["100", "100 B"],
        ["128m", "0.128 B"],
        ["0", "0 B"],
        ["3Ti", "3 TiB"],
    ])("writes %s as %s", (text, shown) => {
        expect(formatMemory(parseQuantity(text) as Quantity)).toBe(shown);
    });
});
