#include "intake/child/confine.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "intake/sanitized.h"

namespace inkheal::intake {
namespace {

constexpr rlim_t memoryOverIdle = rlim_t(1) << 30;
constexpr rlim_t cpuSeconds = 10;

void must(bool went) {
    if (!went) ::_exit(3);
}

rlim_t memoryNow() {
    unsigned long pages = 0;
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    must(file != nullptr && std::fscanf(file, "%lu", &pages) == 1);
    std::fclose(file);
    return rlim_t(pages) * rlim_t(::sysconf(_SC_PAGESIZE));
}

void limitResources(const Rights& rights) {
    const auto limit = [](auto what, rlim_t most) {
        const rlimit both{most, most};
        must(::setrlimit(what, &both) == 0);
    };
    if (!sanitized) limit(RLIMIT_AS, memoryNow() + memoryOverIdle);
    limit(RLIMIT_CPU, slowdown * cpuSeconds);
    limit(RLIMIT_FSIZE, 0);  // the reply goes through a pipe, which this does not count
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, rights.readFonts || sanitized ? 64 : 8);
}

/// Reading below these folders stays allowed where fonts are needed; every other opening of a file is refused by the
/// kernel, even if the filter of system calls were found wanting. Kernels without Landlock leave it to that filter.
void limitFolders(const Rights& rights) {
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // all rights of the first version
    const long rules = ::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    if (rules < 0) return;
    std::vector<std::string> folders{"/usr", "/etc", "/lib", "/lib64", "/var/cache/fontconfig"};
    if (const char* home = std::getenv("HOME"))
        for (const char* inside : {"/.fonts", "/.local/share/fonts", "/.config/fontconfig", "/.cache/fontconfig"})
            folders.push_back(std::string(home) + inside);
    if (sanitized) folders.push_back("/proc/self");
    for (const auto& folder : folders) {
        if (!rights.readFonts && !sanitized) break;
        landlock_path_beneath_attr beneath{};
        beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        beneath.parent_fd = ::open(folder.c_str(), O_PATH | O_CLOEXEC);
        if (beneath.parent_fd < 0) continue;
        ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
        ::close(beneath.parent_fd);
    }
    ::syscall(SYS_landlock_restrict_self, rules, 0);
    ::close(int(rules));
}

constexpr std::array alwaysAllowed{
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(lseek),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sched_yield),
    SCMP_SYS(getrandom),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(restart_syscall),
};

constexpr std::array allowedForFonts{
    SCMP_SYS(newfstatat), SCMP_SYS(stat),       SCMP_SYS(lstat),    SCMP_SYS(statx),           SCMP_SYS(access),
    SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat),      SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),     SCMP_SYS(statfs),     SCMP_SYS(fstatfs),  SCMP_SYS(pread64),         SCMP_SYS(fcntl),
    SCMP_SYS(fadvise64),  SCMP_SYS(getuid),     SCMP_SYS(geteuid),  SCMP_SYS(getgid),          SCMP_SYS(getegid),
    SCMP_SYS(eventfd2),   SCMP_SYS(poll),       SCMP_SYS(ppoll),    SCMP_SYS(clock_nanosleep),
};

/// A rule's condition: the argument, and of it the bits in `mask`, are `value`.
constexpr scmp_arg_cmp argumentIs(unsigned argument, std::uint64_t value, std::uint64_t mask = ~std::uint64_t(0)) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void limitCalls(const Rights& rights) {
    const auto filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    must(filter != nullptr);
    // A call that this processor does not have (stat on arm64) makes no rule and is none to worry about.
    for (const int call : alwaysAllowed) seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
    for (const int out : {STDOUT_FILENO, STDERR_FILENO}) {
        must(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, argumentIs(0, std::uint64_t(out))) == 0);
        must(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(writev), 1, argumentIs(0, std::uint64_t(out))) == 0);
    }
    if (sanitized)  // UndefinedBehaviorSanitizer finds out by a pipe of its own whether memory can be read
        for (const int call : {SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(write)})
            seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
    must(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, argumentIs(0, std::uint64_t(::getpid()))) == 0);
    if (rights.readFonts || sanitized) {
        for (const int call : allowedForFonts) seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
        constexpr std::uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, argumentIs(2, O_RDONLY, writing));
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, argumentIs(1, O_RDONLY, writing));
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, argumentIs(0, CLONE_THREAD, CLONE_THREAD));
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3),
                         0);                                          // glibc then takes clone, whose flags can be seen
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 0);  // picture loaders are shared libraries
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 0);
    } else {
        must(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, argumentIs(2, 0, PROT_EXEC)) == 0);
        must(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, argumentIs(2, 0, PROT_EXEC)) == 0);
    }
    must(seccomp_load(filter) == 0);
    seccomp_release(filter);
}

}  // namespace

void confine(const Rights& rights) {
    must(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    must(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0);
    limitResources(rights);
    limitFolders(rights);
    limitCalls(rights);
}

}  // namespace inkheal::intake
