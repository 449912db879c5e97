import { validation } from "./errors.ts";
import type { IndexDefinition, KeyNames, Table } from "./tables.ts";
import { type AttributeValue, attributeOf, emptyItem, type Item, typeOf } from "./values/attribute-value.ts";
import { itemBytes, MAX_ITEM_BYTES } from "./values/size.ts";

/** Where an item lies; the range is empty in a table without a sort key. */
export type Key = { hash: string; range: string };

const MAX_HASH_BYTES = 2048;
const MAX_RANGE_BYTES = 1024;

export const sameItem = (table: Table, key: Key): string => JSON.stringify([table.id, key.hash, key.range]);

export const namesOf = ({ hash, range }: KeyNames): string[] => (range === undefined ? [hash] : [hash, range]);

/** Reads the key of a request, which must be the key and nothing else. */
export function readKey({ definition: { keys } }: Table, given: Item): Key {
  const names = namesOf(keys);
  if (Object.keys(given).length !== names.length || names.some((name) => !Object.hasOwn(given, name))) {
    throw validation("The provided key element does not match the schema");
  }
  const read = (name: string): string => {
    const value = attributeOf(given, name);
    if (!value || !("S" in value)) throw validation("The provided key element does not match the schema");
    return checkedText(name, value.S);
  };
  return checkedLength({ hash: read(keys.hash), range: keys.range === undefined ? "" : read(keys.range) });
}

/** Reads the key out of a whole item. */
export function keyOf({ definition: { keys } }: Table, item: Item): Key {
  const read = (name: string): string => {
    const value = attributeOf(item, name);
    if (!value) throw validation(`One or more parameter values were invalid: Missing the key ${name} in the item`);
    if (!("S" in value)) {
      throw validation(
        `One or more parameter values were invalid: Type mismatch for key ${name} expected: S actual: ${typeOf(value)}`,
      );
    }
    return checkedText(name, value.S);
  };
  return checkedLength({ hash: read(keys.hash), range: keys.range === undefined ? "" : read(keys.range) });
}

export function keyItem(keys: KeyNames, key: Key): Item {
  const item = emptyItem();
  item[keys.hash] = { S: key.hash };
  if (keys.range !== undefined) item[keys.range] = { S: key.range };
  return item;
}

/** An item's place in an index; none if it lacks one of the index's keys. */
export function indexKeyOf(index: IndexDefinition, item: Item): Key | undefined {
  const { hash, range } = index.keys;
  const [first, second] = [attributeOf(item, hash), range === undefined ? { S: "" } : attributeOf(item, range)];
  return first && second && "S" in first && "S" in second ? { hash: first.S, range: second.S } : undefined;
}

/** What every item must satisfy before it is kept. */
export function checkItem(table: Table, item: Item, tooLarge: string): void {
  for (const index of table.definition.indexes) {
    for (const name of namesOf(index.keys)) checkIndexKey(index, name, attributeOf(item, name));
  }
  if (itemBytes(item) > MAX_ITEM_BYTES) throw validation(tooLarge);
}

function checkIndexKey(index: IndexDefinition, name: string, value: AttributeValue | undefined): void {
  if (!value) return;
  if (!("S" in value)) {
    throw validation(
      `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: S ` +
        `Actual: ${typeOf(value)} IndexName: ${index.name}`,
    );
  }
  if (value.S === "") {
    throw validation(
      "One or more parameter values are not valid. A value specified for a secondary index key is not supported. " +
        "The AttributeValue for a key attribute cannot contain an empty string value. " +
        `IndexName: ${index.name}, IndexKey: ${name}`,
    );
  }
  checkedText(name, value.S);
  const most = name === index.keys.hash ? MAX_HASH_BYTES : MAX_RANGE_BYTES;
  if (Buffer.byteLength(value.S) > most) {
    throw validation(`One or more parameter values were invalid: Index key ${name} exceeds ${most} bytes`);
  }
}

function checkedText(name: string, text: string): string {
  if (text === "") {
    throw validation(
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty " +
        `string value. Key: ${name}`,
    );
  }
  // Keys are compared as UTF-8, and half of a surrogate pair has no UTF-8: two such keys would become one.
  if (/\p{Surrogate}/u.test(text)) {
    throw validation(`One or more parameter values were invalid: Key ${name} contains text that is not valid Unicode`);
  }
  return text;
}

function checkedLength(key: Key): Key {
  if (Buffer.byteLength(key.hash) > MAX_HASH_BYTES) {
    throw validation(
      `One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of ${MAX_HASH_BYTES} bytes`,
    );
  }
  if (Buffer.byteLength(key.range) > MAX_RANGE_BYTES) {
    throw validation(
      `One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of ${MAX_RANGE_BYTES} bytes`,
    );
  }
  return key;
}
