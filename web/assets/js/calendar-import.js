// A file can be chosen instead of pasted: its text lands in the field, to be looked at before it is sent. Without this, it is pasted.
const field = document.querySelector('#days');
if (field) {
  const choice = document.createElement('input');
  Object.assign(choice, { type: 'file', accept: '.ics,.csv,text/calendar,text/csv', className: 'govuk-file-upload' });
  choice.setAttribute('aria-label', document.querySelector('label[for=days]').textContent.trim());
  choice.addEventListener('change', async () => {
    const [file] = choice.files;
    if (file) field.value = await file.text();
  });
  field.before(choice);
}
