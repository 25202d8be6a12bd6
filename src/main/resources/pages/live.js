// Where a form marked so is changed, its answer is fetched and put in place, and the address follows.
// Without script the form's button does the same with a new page.

const BEFORE = ' this answers what was typed before. '
const REFUSED = 'What is typed cannot be answered as it is;' + BEFORE + 'The button of the form tells what is wrong.'
const FAILED = 'The service failed at this, which is no fault of what is typed;' + BEFORE + 'The button of the form asks again.'
const UNREACHED = 'The service cannot be reached;' + BEFORE + 'When it can be again, the button of the form asks again.'

/** Calls back with the new answer, for it to be enhanced in its turn. */
export function keepAnswered (enhance) {
  const form = document.querySelector('[data-live-form]')
  const answer = document.querySelector('[data-live]')
  if (!form || !answer) return
  let asked = 0

  const notice = document.createElement('p')
  notice.className = 'govuk-body govuk-!-font-weight-bold'

  function keepStale (why) {
    if (answer.childElementCount === 0) return
    notice.textContent = why
    answer.toggleAttribute('data-stale', true)
    if (!answer.contains(notice)) answer.prepend(notice)
  }

  /** The page that answers, or what hinders it, in words. */
  async function sent () {
    try {
      const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
      if (response.ok) return { response, text: await response.text() }
      return { why: response.status < 500 ? REFUSED : FAILED }
    } catch {
      return { why: UNREACHED }
    }
  }

  async function ask () {
    const mine = ++asked
    const { response, text, why } = await sent()
    if (mine !== asked) return // a newer question has been asked
    if (why) return keepStale(why)
    const page = new DOMParser().parseFromString(text, 'text/html')
    answer.toggleAttribute('data-stale', false)
    answer.replaceChildren(...page.querySelector('[data-live]').childNodes)
    window.history.replaceState(null, '', response.url)
    enhance(answer)
  }

  answer.setAttribute('aria-live', 'polite')
  form.addEventListener('change', ask)
}
