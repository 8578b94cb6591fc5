/** Stands in for `main/prepare.ts`: says so, or fails when told to. */
if (process.env['FAIL_PREPARE']) {
  console.error('the plan file is damaged');
  process.exit(3);
}
console.log('prepared');
