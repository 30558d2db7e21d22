// Keeps the readings that are hot, keyed by their device.
import { Reject } from "./sandbar.js";

/** Called for each record. One that is neither sent on nor rejected is dropped. */
export function process(record, out, parameters) {
  const reading = record.json();
  if (typeof reading?.celsius !== "number") throw new Reject("no number `celsius`");
  if (typeof reading.device !== "string") throw new Reject("no text `device`");
  if (reading.celsius >= parameters.min_celsius) out.rekey(reading.device);
}
