/**
 * Loaded before the program (`node --import`): a fault that nobody catches, at a signal. What it says would give
 * secrets away.
 */
const fault = () => {
  const cause = new Error('https://hooks.slack.com/actions/T1/2/secretAnswer');
  return new Error('no listener for xoxb-1-secretToken of trigger 123456789.987654321.0123456789abcdef', { cause });
};
process.on('SIGUSR2', () => {
  throw fault();
});
process.on('SIGWINCH', () => void Promise.reject(fault()));
