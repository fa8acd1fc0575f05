/** A window, and whether KEDA's cron scaler was active at each of the instants. */
export interface RecordedWindow {
    readonly start: string;
    readonly end: string;
    readonly timeZone: string;
    readonly active: Readonly<Record<string, boolean>>;
}

/** Answers of the real scaler of KEDA 2.20.2, its clock moved to each instant. */
export const RECORDED_WINDOWS: readonly RecordedWindow[] = [
    {
        start: "0 8 * * *",
        end: "0 18 * * *",
        timeZone: "UTC",
        active: {
            "2028-01-03T07:59:59Z": false,
            "2028-01-03T08:00:00Z": true,
            "2028-01-03T17:59:59Z": true,
            "2028-01-03T18:00:00Z": false,
        },
    },
    {
        start: "0 22 * * *",
        end: "0 6 * * *",
        timeZone: "UTC",
        active: {
            "2028-01-03T21:59:59Z": false,
            "2028-01-03T22:00:00Z": true,
            "2028-01-04T05:59:59Z": true,
            "2028-01-04T06:00:00Z": false,
        },
    },
    {
        start: "0 8 * * 1-5",
        end: "0 19 * * 1-5",
        timeZone: "Europe/Berlin",
        active: {
            "2028-03-24T06:59:59Z": false,
            "2028-03-24T07:00:00Z": true,
            "2028-03-24T18:00:00Z": false,
            "2028-03-27T06:00:00Z": true,
        },
    },
    {
        start: "30 6 * * 1-5",
        end: "10 22 * * *",
        timeZone: "Europe/London",
        active: {
            "2028-01-07T22:09:00Z": true,
            "2028-01-08T12:00:00Z": true,
            "2028-01-09T22:09:59Z": true,
            "2028-01-09T22:10:00Z": false,
        },
    },
    {
        start: "* * * * 1-5",
        end: "* * * * 6",
        timeZone: "UTC",
        active: {
            "2028-01-07T12:00:00Z": false,
            "2028-01-07T23:59:00Z": true,
            "2028-01-08T12:00:00Z": true,
            "2028-01-08T23:58:00Z": true,
            "2028-01-09T12:00:00Z": false,
        },
    },
    {
        start: "0 8 * * *",
        end: "0 18 * * 5",
        timeZone: "UTC",
        active: {
            "2028-01-06T12:00:00Z": false,
            "2028-01-07T12:00:00Z": true,
            "2028-01-07T18:00:00Z": false,
            "2028-01-08T12:00:00Z": false,
        },
    },
    {
        start: "0 0 30 2 *",
        end: "0 8 * * *",
        timeZone: "UTC",
        active: { "2028-01-03T07:00:00Z": true, "2028-07-03T09:00:00Z": true },
    },
    {
        start: "0 8 * * *",
        end: "0 0 30 2 *",
        timeZone: "UTC",
        active: { "2028-01-03T07:00:00Z": false, "2028-01-03T09:00:00Z": false },
    },
    { start: "0 0 30 2 *", end: "0 0 31 2 *", timeZone: "UTC", active: { "2028-01-03T07:00:00Z": true } },
    { start: ", * * * *", end: "0 8 * * *", timeZone: "UTC", active: { "2028-01-03T07:00:00Z": true } },
    {
        start: "0 8 * * *",
        end: "00 8 * * *",
        timeZone: "UTC",
        active: { "2028-01-03T07:00:00Z": true, "2028-01-03T09:00:00Z": true },
    },
    {
        start: "0 8 29 2 *",
        end: "0 8 1 3 *",
        timeZone: "UTC",
        active: {
            "2027-03-01T07:00:00Z": true,
            "2028-02-29T07:00:00Z": false,
            "2028-02-29T09:00:00Z": true,
            "2028-03-01T09:00:00Z": true,
        },
    },
    {
        start: "0 0 1 * *",
        end: "0 0 15 * *",
        timeZone: "UTC",
        active: {
            "2028-01-31T23:59:59Z": false,
            "2028-02-01T00:00:00Z": true,
            "2028-02-14T23:59:59Z": true,
            "2028-02-15T00:00:00Z": false,
        },
    },
    {
        start: "0 8 13 * 5",
        end: "0 9 13 * 5",
        timeZone: "UTC",
        active: {
            "2028-01-07T08:30:00Z": true,
            "2028-01-12T08:30:00Z": false,
            "2028-01-13T08:30:00Z": true,
            "2028-01-14T08:30:00Z": true,
        },
    },
    {
        start: "0 8 */2 * 1",
        end: "0 9 */2 * 1",
        timeZone: "UTC",
        active: {
            "2028-01-03T08:30:00Z": true,
            "2028-01-04T08:30:00Z": false,
            "2028-01-05T08:30:00Z": true,
            "2028-01-10T08:30:00Z": true,
        },
    },
    {
        start: "0 8 */2 * *",
        end: "0 9 */2 * *",
        timeZone: "UTC",
        active: { "2028-01-03T08:30:00Z": true, "2028-01-04T08:30:00Z": false },
    },
    {
        start: "30 2 * * *",
        end: "0 5 * * *",
        timeZone: "Europe/Berlin",
        active: {
            "2028-03-25T01:45:00Z": true,
            "2028-03-26T01:45:00Z": true,
            "2028-03-26T02:45:00Z": true,
            "2028-03-27T00:45:00Z": true,
        },
    },
    {
        start: "0 1 * * *",
        end: "30 2 * * *",
        timeZone: "Europe/Berlin",
        active: {
            "2028-03-26T00:30:00Z": false,
            "2028-03-26T02:00:00Z": false,
            "2028-03-26T20:00:00Z": false,
            "2028-03-27T00:29:00Z": true,
            "2028-03-27T00:30:00Z": false,
        },
    },
    {
        start: "30 1 * * *",
        end: "45 1 * * *",
        timeZone: "America/New_York",
        active: {
            "2028-11-05T05:35:00Z": true,
            "2028-11-05T05:50:00Z": false,
            "2028-11-05T06:35:00Z": true,
            "2028-11-05T06:50:00Z": false,
        },
    },
    {
        start: "0 8 * * 5",
        end: "0 18 * * 5",
        timeZone: "Africa/Cairo",
        active: {
            "2028-04-27T20:00:00Z": false,
            "2028-04-28T06:00:00Z": true,
            "2028-04-28T14:59:00Z": true,
            "2028-04-28T15:00:00Z": false,
        },
    },
    {
        start: "0 8 * * 4",
        end: "0 18 * * 5",
        timeZone: "Africa/Cairo",
        active: {
            "2028-04-27T07:00:00Z": false,
            "2028-04-27T20:00:00Z": false,
            "2028-04-28T00:00:00Z": true,
            "2028-04-28T06:00:00Z": true,
            "2028-04-28T16:00:00Z": false,
        },
    },
    {
        start: "0 0 * * *",
        end: "0 1 * * *",
        timeZone: "America/Santiago",
        active: { "2028-09-03T03:30:00Z": true, "2028-09-03T04:30:00Z": false, "2028-09-04T03:30:00Z": true },
    },
    {
        start: "0 0 * * 0",
        end: "30 0 * * 0",
        timeZone: "America/Havana",
        active: { "2028-03-12T05:10:00Z": false, "2028-11-05T04:10:00Z": true, "2028-11-05T05:10:00Z": true },
    },
    {
        start: "0 3 * * *",
        end: "0 4 * * *",
        timeZone: "Australia/Lord_Howe",
        active: { "2028-09-30T16:10:00Z": true, "2028-09-30T16:40:00Z": true, "2028-10-01T16:10:00Z": true },
    },
    {
        start: "0 3 * * *",
        end: "0 4 * * *",
        timeZone: "Pacific/Chatham",
        active: {
            "2028-09-23T14:20:00Z": false,
            "2028-09-23T14:50:00Z": false,
            "2028-09-24T13:20:00Z": true,
        },
    },
    {
        start: "0 2 * * *",
        end: "0 4 * * *",
        timeZone: "Antarctica/Troll",
        active: { "2028-03-26T01:30:00Z": true, "2028-03-26T02:30:00Z": false, "2028-03-27T01:00:00Z": true },
    },
    {
        start: "0 9 * * *",
        end: "0 17 * * *",
        timeZone: "Asia/Kathmandu",
        active: {
            "2028-01-03T03:14:59Z": false,
            "2028-01-03T03:15:00Z": true,
            "2028-01-03T11:15:00Z": false,
        },
    },
    {
        start: "TZ=Asia/Tokyo 0 9 * * *",
        end: "0 9 * * *",
        timeZone: "UTC",
        active: { "2028-01-03T00:00:00Z": true, "2028-01-03T08:59:59Z": true, "2028-01-03T09:00:00Z": false },
    },
    {
        start: "0 9 ? jan-MAR mon-Fri",
        end: "0 17 ? JAN-mar *",
        timeZone: "Asia/Calcutta",
        active: {
            "2028-01-03T03:30:00Z": true,
            "2028-01-03T11:30:00Z": false,
            "2028-04-03T03:30:00Z": false,
        },
    },
    {
        start: "*/20 9-17 * * 1-5",
        end: "10/20 9-17 * * 1-5",
        timeZone: "US/Pacific",
        active: {
            "2028-01-03T17:05:00Z": true,
            "2028-01-03T17:10:00Z": false,
            "2028-01-03T17:25:00Z": true,
            "2028-01-04T05:00:00Z": false,
        },
    },
    {
        start: "0 8 * * *",
        end: "0 18 * * *",
        timeZone: "Local",
        active: { "2028-01-03T07:59:59Z": false, "2028-01-03T08:00:00Z": true },
    },
    {
        start: "47 3 * * *",
        end: "0 12 * * *",
        timeZone: "Pacific/Chatham",
        active: {
            "2028-04-01T14:01:00Z": false,
            "2028-04-01T14:05:00Z": true,
            "2028-04-01T14:14:59Z": false,
            "2028-04-01T14:15:00Z": false,
            "2028-04-01T15:01:00Z": false,
            "2028-04-01T15:02:00Z": true,
        },
    },
    {
        start: "0 12 * * *",
        end: "47 3 * * *",
        timeZone: "Pacific/Chatham",
        active: {
            "2028-04-01T14:01:00Z": true,
            "2028-04-01T14:05:00Z": false,
            "2028-04-01T14:15:00Z": true,
            "2028-04-01T15:02:00Z": false,
        },
    },
];
