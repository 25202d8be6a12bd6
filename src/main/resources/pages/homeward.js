// Makes the pages better where script runs; each of them works without it.
import { initAll } from '/pages/govuk-frontend.js'
import { readCharts } from '/pages/charts.js'
import { keepAnswered } from '/pages/live.js'

// Only what can be scrolled is a stop for the keyboard.
const sizes = new ResizeObserver(entries => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
    else target.removeAttribute('tabindex')
  }
})

function enhance (root) {
  readCharts(root)
  root.querySelectorAll('.homeward-scroll').forEach(pane => sizes.observe(pane))
}

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
enhance(document)
keepAnswered(enhance)

// A cohort that runs tells how far it is; when it is done its page is loaded again.
const progress = document.getElementById('progress')
if (progress) {
  const source = new EventSource('/api/cohorts/' + progress.dataset.cohort + '/progress')
  source.onmessage = (event) => {
    const at = JSON.parse(event.data)
    if (at.state !== 'running') {
      source.close()
      location.reload()
      return
    }
    const stage = at.stage.charAt(0).toUpperCase() + at.stage.slice(1)
    document.getElementById('progress-words').textContent = `${stage}: ${at.percent}%`
    document.getElementById('progress-bar').value = at.percent
  }
}

// A page that tells how far something has come looks again by itself.
const reload = document.querySelector('[data-reload]')
if (reload) setTimeout(() => location.reload(), Number(reload.dataset.reload))
