const written = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const

/**
 * An SVG on the screen as the text of a file that stands alone: what stylesheets give is written into attributes (our tokens mean
 * nothing elsewhere), on a ground of the page's paper.
 */
export function svgText(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [at, element] of from.entries()) {
    const style = getComputedStyle(element)
    const target = to[at]
    if (!target) continue
    target.removeAttribute('class')
    target.removeAttribute('style')
    for (const name of written) {
      const value = style.getPropertyValue(name)
      if (value !== '' && value !== 'normal') target.setAttribute(name, value)
    }
  }
  const { width, height } = sizeOf(svg)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.prepend(
    made('title', {}, title),
    made('rect', { width: '100%', height: '100%', fill: getComputedStyle(document.body).getPropertyValue('--paper') }),
  )
  return new XMLSerializer().serializeToString(copy)
}

/** The same as a PNG at twice the size, sharp in print. */
export async function pngOf(text: string, svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = sizeOf(svg)
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
  const box = svg.viewBox.baseVal
  if (box && box.width > 0) return { width: box.width, height: box.height }
  const rect = svg.getBoundingClientRect()
  return { width: Math.ceil(rect.width), height: Math.ceil(rect.height) }
}

function made(name: string, attributes: Readonly<Record<string, string>>, text?: string): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (text !== undefined) element.textContent = text
  return element
}
