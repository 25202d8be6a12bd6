// Values of charts month by month, by pointer or keyboard, and lines on and off. The tables beside
// the charts say the same without script.

const SVG = 'http://www.w3.org/2000/svg'
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 })

function element (name, attributes, ...children) {
  const made = document.createElement(name)
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value))
  made.append(...children)
  return made
}

/** What one of the drawings of a chart of lines says about itself. */
function plotOf (svg) {
  const group = svg.querySelector('[data-plot]')
  if (!group) return null
  const [left, right, top, bottom, months] = group.dataset.plot.split(' ').map(Number)
  const cursor = document.createElementNS(SVG, 'path')
  cursor.setAttribute('stroke', '#0b0c0c')
  cursor.setAttribute('stroke-dasharray', '2 2')
  svg.append(cursor)
  return { svg, left, right, top, bottom, months, age: Number(group.dataset.age), cursor }
}

function ageIn (months) {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return rest === 0 ? `age ${years}` : `age ${years} and ${rest} month${rest === 1 ? '' : 's'}`
}

function readMonths (figure, plots) {
  const { months, age } = plots[0]
  const series = [...plots[0].svg.querySelectorAll('[data-values]')]
    .map(group => ({ of: group.dataset.of, name: group.dataset.name, values: group.dataset.values.split(' ').map(Number) }))
    .sort((a, b) => a.of - b.of)
  const shown = new Set(series.map(s => s.of))

  const range = element('input', { type: 'range', id: `${figure.id}-month`, min: 1, max: months, value: months })
  const output = element('output', { for: range.id, class: 'govuk-body-s' })
  const show = () => {
    const month = Number(range.value)
    const when = `Month ${month}, ${ageIn(age + month)}`
    const values = series.filter(s => shown.has(s.of) && s.values.length >= month)
      .map(s => `${s.name}: ${pounds.format(s.values[month - 1] / 100)}`)
    range.setAttribute('aria-valuetext', when)
    output.replaceChildren(element('strong', {}, when), element('ul', { class: 'govuk-list govuk-body-s' }, ...values.map(v => element('li', {}, v))))
  }
  const point = () => {
    show()
    const month = Number(range.value)
    for (const plot of plots) {
      const x = plot.left + (plot.right - plot.left) * month / months
      plot.cursor.setAttribute('d', `M${x} ${plot.top}V${plot.bottom}`)
    }
  }
  range.addEventListener('input', point)
  for (const plot of plots) {
    plot.svg.addEventListener('pointermove', event => {
      const box = plot.svg.getBoundingClientRect()
      const x = (event.clientX - box.left) * plot.svg.viewBox.baseVal.width / box.width
      range.value = Math.round((x - plot.left) / (plot.right - plot.left) * months)
      point()
    })
  }

  const boxes = series.map(s => {
    const id = `${figure.id}-show-${s.of}`
    const box = element('input', { type: 'checkbox', class: 'govuk-checkboxes__input', id, checked: '' })
    box.addEventListener('change', () => {
      shown[box.checked ? 'add' : 'delete'](s.of)
      figure.querySelectorAll(`[data-of="${s.of}"]`).forEach(part => part.toggleAttribute('data-off', !box.checked))
      show()
    })
    return element('div', { class: 'govuk-checkboxes__item' }, box, element('label', { class: 'govuk-label govuk-checkboxes__label', for: id }, s.name))
  })
  figure.querySelector('figcaption').before(element('div', { class: 'homeward-reader' },
    element('div', {}, element('label', { class: 'govuk-label govuk-label--s', for: range.id }, 'Read the chart at a month'), range, output),
    element('fieldset', { class: 'govuk-fieldset' },
      element('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, 'Lines shown'),
      element('div', { class: 'govuk-checkboxes govuk-checkboxes--small' }, ...boxes))))
  show()
}

/** Each part of a chart – of a bar, a block, a strip – can be reached and says what it is. */
function readParts (svg) {
  const parts = [...svg.querySelectorAll('[data-part]')]
  if (parts.length === 0) return
  const reading = element('p', { class: 'govuk-body-s homeward-reading', 'aria-hidden': 'true' }, 'Point at a part of the chart, or reach it with the Tab key, to read it.')
  svg.after(reading)
  svg.setAttribute('role', 'group')
  for (const part of parts) {
    part.setAttribute('tabindex', '0')
    part.setAttribute('role', 'img')
    part.setAttribute('aria-label', part.dataset.part)
    const read = () => { reading.textContent = part.dataset.part }
    part.addEventListener('focus', read)
    part.addEventListener('pointerenter', read)
  }
}

/** Makes the charts below an element readable. */
export function readCharts (root) {
  for (const figure of root.querySelectorAll('.homeward-chart')) {
    const drawings = [...figure.querySelectorAll('svg')]
    const plots = drawings.map(plotOf).filter(plot => plot !== null && plot.months > 0)
    if (plots.length > 0) readMonths(figure, plots)
    drawings.forEach(svg => readParts(svg))
  }
}
