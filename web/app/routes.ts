import { pagesById } from '#contracts/pages/index.ts';

/** Remix's table of routes, made of the address book: a route without an entry is not served. */
export default Object.entries(pagesById).map(([id, { path, module }]) => {
  const file = `${module}.route.tsx`;
  return path === '/' ? { id, index: true, file } : { id, path: path.slice(1), file };
});
