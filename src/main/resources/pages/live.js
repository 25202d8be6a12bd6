// Where a form marked so is changed, its answer is fetched and put in place, and the address follows.
// Without script the form's button does the same with a new page.

/** Calls back with the new answer, for it to be enhanced in its turn. */
export function keepAnswered (enhance) {
  const form = document.querySelector('[data-live-form]')
  const answer = document.querySelector('[data-live]')
  if (!form || !answer) return
  let asked = 0

  const notice = document.createElement('p')
  notice.className = 'govuk-body govuk-!-font-weight-bold'
  notice.textContent = 'What is typed cannot be answered as it is; this answers what was typed before. The button of the form tells what is wrong.'

  function keepStale () {
    if (answer.childElementCount === 0) return
    answer.toggleAttribute('data-stale', true)
    if (!answer.contains(notice)) answer.prepend(notice)
  }

  async function ask () {
    const mine = ++asked
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (mine !== asked) return // a newer question has been asked
    if (!response.ok) return keepStale()
    answer.toggleAttribute('data-stale', false)
    answer.replaceChildren(...page.querySelector('[data-live]').childNodes)
    window.history.replaceState(null, '', response.url)
    enhance(answer)
  }

  answer.setAttribute('aria-live', 'polite')
  form.addEventListener('change', () => { ask().catch(keepStale) })
}
