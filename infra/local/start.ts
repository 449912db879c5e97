const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    `Linli needs Node.js 24 or newer, and this is ${process.versions.node}. Run "npm ci", then "npm start".`,
  );
  console.error(`邻里需要 Node.js 24 以上版本，当前为 ${process.versions.node}。请先运行 npm ci，再运行 npm start。`);
  process.exit(1);
}
// Lambda's clock shows UTC; code that minds the machine's own time zone must not work here either.
process.env.TZ = "UTC";
// What the data folder holds is about people: files are for the account that runs Linli, and for no other.
process.umask(0o077);

// A fresh checkout has no list of its definitions yet, and what follows reads it.
const { writeCatalogues } = await import("../build/catalogue.ts");
writeCatalogues();
const { main } = await import("./start-instance.ts");
await main(process.argv.slice(2), process.env);

export {};
