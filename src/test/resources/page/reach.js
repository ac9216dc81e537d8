// What a thumb on a narrow screen could not use: answers a list of sentences.
const width = document.documentElement.clientWidth;
const findings = [];
if (document.documentElement.scrollWidth > width) {
  findings.push(`the page is ${document.documentElement.scrollWidth} wide`);
}
document.querySelectorAll('button, a[href], select, input, textarea, audio, [role=combobox]').forEach((control) => {
  const { left, right } = control.getBoundingClientRect();
  const isSeen = control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && right > left;
  if (isSeen && control.closest('[inert], .drawer:not(.open), .skip') === null && (left < 0 || right > width + 0.5)) {
    findings.push(`${control.textContent || control.ariaLabel || control.id} goes from ${left} to ${right}`);
  }
});
return findings;
