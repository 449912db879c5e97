/** A vehicle of an event, with the number of seats for guests (车辆). */
export type Vehicle = { readonly plate: string; readonly seats: number };

/** Seats `from` to `to` of one vehicle, and who sits there. */
export type Seats<T> = { readonly from: number; readonly to: number; readonly guest: T };
export type Seated<T> = { readonly vehicle: Vehicle; readonly seats: readonly Seats<T>[] };

type Filling<T> = { readonly vehicle: Vehicle; used: number; readonly seats: Seats<T>[] };

/**
 * Seats guests in order into the vehicles in order (C12). A party stays together: where a vehicle has too few seats
 * left for it, it sits in the next one that has enough, and is parted only when none has.
 * `left` have no seat: so many persons of that guest's party.
 */
export function seating<T extends { readonly party: number }>(
  vehicles: readonly Vehicle[],
  guests: readonly T[],
): { readonly vehicles: readonly Seated<T>[]; readonly left: readonly { guest: T; persons: number }[] } {
  const filling: Filling<T>[] = vehicles.map((vehicle) => ({ vehicle, used: 0, seats: [] }));
  const left: { guest: T; persons: number }[] = [];
  for (const guest of guests) {
    const together = filling.find(({ vehicle, used }) => vehicle.seats - used >= guest.party);
    let persons = guest.party;
    for (const one of together ? [together] : filling) persons -= seat(one, guest, persons);
    if (persons > 0) left.push({ guest, persons });
  }
  return { vehicles: filling.map(({ vehicle, seats }) => ({ vehicle, seats })), left };
}

/** Gives so many persons the next seats of a vehicle, as far as there are any; returns how many sit. */
function seat<T>(filling: Filling<T>, guest: T, persons: number): number {
  const sitting = Math.min(persons, filling.vehicle.seats - filling.used);
  if (sitting > 0) filling.seats.push({ from: filling.used + 1, to: filling.used + sitting, guest });
  filling.used += Math.max(0, sitting);
  return Math.max(0, sitting);
}
