export { deleteItem, itemsBetween, putItem, updateItem } from "./items.ts";
