/* A disk that fails when it is told to: put into the program by LD_PRELOAD, on Linux, by the tests alone.
 *
 * FAULT_MATCH  part of the paths of the files that fail
 * FAULT_KIND   the calls that count and fail: w(rite, truncate), s(ync), r(ead)
 * FAULT_AT     the number of the first call that fails, from 1
 * FAULT_ONCE   when set, that call alone; else it and all after it
 * FAULT_ERRNO  what they fail with; 0 kills the program there
 * FAULT_WHILE  when set, nothing counts or fails but while this file is there
 * FAULT_HIT    a file that is made when a call fails, so that it is known whether any did
 *
 * FAULT_CLOCK  when set, the clock stands so many seconds after the beginning of 1970
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;

static int fails(int fd, char kind)
{
    const char *kinds = getenv("FAULT_KIND"), *match = getenv("FAULT_MATCH"), *at = getenv("FAULT_AT");
    const char *only = getenv("FAULT_WHILE"), *hit = getenv("FAULT_HIT"), *number = getenv("FAULT_ERRNO");
    char link[64], path[4096];
    ssize_t length;
    long now;

    if (!kinds || !match || !at || !number || !strchr(kinds, kind))
        return 0;
    if (only && access(only, F_OK) != 0)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    if (!strstr(path, match))
        return 0;
    now = atomic_fetch_add(&calls, 1) + 1;
    if (now < atol(at) || (getenv("FAULT_ONCE") && now > atol(at)))
        return 0;
    if (hit)
        close(open(hit, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    if (atoi(number) == 0)
        kill(getpid(), SIGKILL);
    errno = atoi(number);
    return 1;
}

/* The next definition of the same name is the system's. */
#define CALL(kind, type, name, parameters, fd, arguments)     \
    type name parameters                                      \
    {                                                         \
        static type (*next) parameters;                       \
        if (!next)                                            \
            next = (type(*) parameters) dlsym(RTLD_NEXT, #name); \
        return fails(fd, kind) ? -1 : next arguments;         \
    }

CALL('w', ssize_t, write, (int fd, const void *from, size_t n), fd, (fd, from, n))
CALL('w', ssize_t, pwrite, (int fd, const void *from, size_t n, off_t at), fd, (fd, from, n, at))
CALL('w', ssize_t, pwrite64, (int fd, const void *from, size_t n, off64_t at), fd, (fd, from, n, at))
CALL('w', int, ftruncate, (int fd, off_t size), fd, (fd, size))
CALL('w', int, ftruncate64, (int fd, off64_t size), fd, (fd, size))
CALL('s', int, fsync, (int fd), fd, (fd))
CALL('s', int, fdatasync, (int fd), fd, (fd))
CALL('r', ssize_t, read, (int fd, void *into, size_t n), fd, (fd, into, n))
CALL('r', ssize_t, pread, (int fd, void *into, size_t n, off_t at), fd, (fd, into, n, at))
CALL('r', ssize_t, pread64, (int fd, void *into, size_t n, off64_t at), fd, (fd, into, n, at))

int clock_gettime(clockid_t clock, struct timespec *now)
{
    static int (*next)(clockid_t, struct timespec *);
    const char *set = getenv("FAULT_CLOCK");
    if (!next)
        next = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
    if (!set || clock != CLOCK_REALTIME)
        return next(clock, now);
    now->tv_sec = atol(set);
    now->tv_nsec = 0;
    return 0;
}
