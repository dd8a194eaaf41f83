/** Every address that is no page. */
export function loader(): never {
  throw Response.json({}, { status: 404 });
}

export default function NotFound() {
  return null;
}
