/**
 * As much SIP as two browsers need to reach each other: takes any REGISTER, and carries requests to whoever registered the
 * user of the Request-URI, answers back by the branch of the topmost Via. Both sides are WebRTC, so no sound passes here.
 */
const crlf = '\r\n';

export function serveSip(server) {
  const users = new Map();
  const branches = new Map();
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const text = String(data);
      if (text.trim() === '') return socket.send(crlf);
      const [first] = text.split(crlf, 1);
      const branch = /^Via:.*branch=([^;\s]+)/im.exec(text)?.[1];
      if (first.startsWith('SIP/2.0')) return branches.get(branch)?.send(text);
      const [method, uri] = first.split(' ');
      if (method === 'REGISTER') {
        const user = /^To:.*sip:([^@>]+)@/im.exec(text)?.[1];
        const contact = /^Contact:\s*(<[^>]+>)/im.exec(text)?.[1];
        users.set(user, { socket, contact });
        return socket.send(answer(text, '200 OK', contact ? `Contact: ${contact};expires=120` : ''));
      }
      branches.set(branch, socket);
      const user = /sip:([^@>;]+)/.exec(uri)?.[1];
      const other = users.get(user) ?? [...users.values()].find((entry) => entry.contact?.includes(`${user}@`));
      if (other) other.socket.send(text);
      else if (method !== 'ACK') socket.send(answer(text, '404 Not Found', ''));
    });
    socket.on('close', () => {
      for (const [user, entry] of users) if (entry.socket === socket) users.delete(user);
    });
  });
}

function answer(request, status, extra) {
  const keep = request
    .split(crlf)
    .filter((line) => /^(Via|From|To|Call-ID|CSeq):/i.test(line))
    .map((line) => (/^To:/i.test(line) && !line.includes('tag=') ? `${line};tag=stub` : line));
  return [`SIP/2.0 ${status}`, ...keep, ...(extra ? [extra] : []), 'Content-Length: 0', '', ''].join(crlf);
}
