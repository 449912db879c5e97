/** @jsxImportSource hono/jsx */

/** The committee's number, which a touch dials. */
export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <p>
      <a class="go" href={`tel:${phone}`}>
        <span aria-hidden="true">&#9742; </span>
        {phone}
      </a>
    </p>
  );
}
