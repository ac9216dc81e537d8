/** Says something to a screen reader once, when it has said what it is saying. */
export function announce(sentence) {
  const line = document.createElement('p');
  line.textContent = sentence;
  const place = document.getElementById('announced');
  place.append(line);
  setTimeout(() => line.remove(), 5_000);
}
