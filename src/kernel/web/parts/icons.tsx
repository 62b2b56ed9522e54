import type { ReactNode } from 'react'

/** How an icon is drawn. Icons are decoration: the words beside them, or the button's label, say what they mean. */
export interface IconProps {
  readonly size?: number | string
  readonly className?: string
}

function icon(children: ReactNode) {
  return function Icon({ size = '1.15em', className }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={className}
      >
        {children}
      </svg>
    )
  }
}

export const SearchIcon = icon(<path d="M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4.5 4.5" />)
export const MenuIcon = icon(<path d="M4 6.5h16M4 12h16M4 17.5h16" />)
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />)
export const DownIcon = icon(<path d="m6 9.5 6 6 6-6" />)
export const RightIcon = icon(<path d="m9.5 6 6 6-6 6" />)
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />)
export const CalendarIcon = icon(<path d="M5 6h14v14H5zM5 10.5h14M9 3.5V7M15 3.5V7" />)
export const DownloadIcon = icon(<path d="M12 4v11m-4.5-4L12 15.5 16.5 11M5 20h14" />)
export const ColumnsIcon = icon(<path d="M4 5h16v14H4zM10 5v14M15 5v14" />)
export const PrintIcon = icon(<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />)
export const TableIcon = icon(<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9" />)
export const PictureIcon = icon(<path d="M4 19h16M7 16v-4M12 16V6M17 16V9" />)
export const WarnIcon = icon(<path d="M12 4 3 19.5h18zM12 10v4.5M12 17v.2" />)
export const UpIcon = icon(<path d="M12 19V5m-5 5 5-5 5 5" />)
export const TasksIcon = icon(
  <path d="m4 6.5 1.5 1.5L8 5M11 6.5h9M4 12.5 5.5 14 8 11M11 12.5h9M4 18.5 5.5 20 8 17M11 18.5h9" />,
)
export const TreeIcon = icon(<path d="M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3" />)
export const ReportIcon = icon(<path d="M6 3.5h9l4 4V20.5H6zM14.5 3.5V8H19M9 12h7M9 16h7" />)
export const PersonIcon = icon(
  <path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5" />,
)

/** The product's mark: a unit and the two below it. */
export function Mark({ size = 22 }: { readonly size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 6.5v5M12 11.5 5.8 17M12 11.5l6.2 5.5" fill="none" stroke="var(--accent)" strokeWidth="1.8" />
      <circle cx="12" cy="5" r="3.6" fill="var(--accent)" />
      <circle cx="5" cy="18.6" r="2.7" fill="var(--accent)" />
      <circle cx="19" cy="18.6" r="2.7" fill="var(--accent)" />
    </svg>
  )
}
