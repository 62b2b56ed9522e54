import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = [
  '#fbeeed',
  '#f5d9d8',
  '#eab3b1',
  '#de8a87',
  '#cf5d5c',
  '#b3262b',
  '#a4161a',
  '#8a1216',
  '#750f13',
  '#5f0b0f',
]
const gray: MantineColorsTuple = [
  '#f9f8f5',
  '#f3f1eb',
  '#ecebe6',
  '#e0ddd4',
  '#c9c5ba',
  '#a5a195',
  '#8b877b',
  '#625f57',
  '#3d3b36',
  '#1d1c1a',
]
const dark: MantineColorsTuple = [
  '#edeae3',
  '#cfcbc0',
  '#b0ac9f',
  '#7f7b70',
  '#4a463e',
  '#38352f',
  '#282622',
  '#1f1e1b',
  '#1a1917',
  '#161513',
]

/** Mantine in the product's clothes: calm, dense, one accent, no shadows except on what floats. */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '600' },
  fontSizes: { xs: '0.8438rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  defaultRadius: '6px',
  respectReducedMotion: true,
  cursorType: 'pointer',
  shadows: { xs: 'none', sm: 'none', md: 'var(--float)', lg: 'var(--float)', xl: 'var(--float)' },
  components: {
    Modal: {
      defaultProps: {
        shadow: 'md',
        overlayProps: { backgroundOpacity: 0.45, blur: 0 },
        transitionProps: { duration: 120 },
      },
    },
    Drawer: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Combobox: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Button: { defaultProps: { variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Loader: { defaultProps: { type: 'dots' } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-anchor': 'var(--ink)',
  '--mantine-color-error': 'var(--late)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-filled': 'var(--accent-fill)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-gray-text': 'var(--soft)',
  '--mantine-color-gray-light-color': 'var(--soft)',
}

/** Hands Mantine's variables to the product's tokens, so that one file (`tokens.css`) rules both. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
