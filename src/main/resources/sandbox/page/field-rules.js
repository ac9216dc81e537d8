const LONGEST_TEXT = 4000;
const count = new Intl.NumberFormat('en');

/** What is wrong with a text in a form, in one sentence; empty if nothing is. */
export function textProblem(json, text) {
  const length = lengthOf(text);
  const least = json.min_length ?? 0;
  const most = longest(json);
  if (length === 0) {
    return isRequired(json) ? 'This is required.' : '';
  }
  if (length < least) {
    return `This needs at least ${count.format(least)} characters; these are ${count.format(length)}.`;
  }
  return length > most ? `This takes at most ${count.format(most)} characters; these are ${count.format(length)}.` : '';
}

/** What is wrong with the values that were chosen in a form's menu. */
export function choiceProblem(json, values) {
  if (values.length === 0) {
    return isRequired(json) ? 'Choose one, please; this is required.' : '';
  }
  const least = json.min_values ?? 1;
  return values.length < least ? `Choose at least ${count.format(least)}.` : '';
}

export function isRequired(json) {
  return json.required ?? true;
}

/** How long a text is and may be: "12 of 300". */
export function counter(json, text) {
  return `${count.format(lengthOf(text))} of ${count.format(longest(json))}`;
}

function longest(json) {
  return json.max_length ?? LONGEST_TEXT;
}

function lengthOf(text) {
  return [...text].length;
}
