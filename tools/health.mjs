// Prints the JSON of /healthz, read from standard input, as lines: "Health     ready true, agents.ready 3, …".
let text = '';
for await (const part of process.stdin) text += part;
const lines = [];
const walk = (value, path) => {
  if (Array.isArray(value)) lines.push(`${path} ${value.map(item => (typeof item === 'object' ? JSON.stringify(item) : item)).join(', ') || 'none'}`);
  else if (value !== null && typeof value === 'object') for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name);
  else lines.push(`${path} ${value}`);
};
try { walk(JSON.parse(text), ''); } catch { lines.push(text ? `not understood: ${text.slice(0, 200)}` : 'no answer'); }
lines.forEach((line, n) => console.log(`${n === 0 ? 'Health' : ''}`.padEnd(11) + line));
