"use strict";

/** Prints the process's peak memory in KiB as its last line. */
exports.reportMemory = function reportMemory() {
    process.on("exit", () => {
        console.log(`peak ${process.resourceUsage().maxRSS}`);
    });
};
