/** The overview in the phone's bar: a roof over the figures. */
export function HomeIcon() {
  return (
    <svg
      width="1.15em"
      height="1.15em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-5.5h4V20" />
    </svg>
  )
}
