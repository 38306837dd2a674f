// What the child may still do once its rights are gone, tried out in a fork of the test.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "intake/child/confine.h"
#include "support/temp_folder.h"

namespace inkheal::intake {
namespace {

/// The exit code of `attempt` run in a confined child: 0 if it was refused, 1 if it went through.
template <class Attempt>
int confined(const Rights& rights, Attempt attempt) {
    const pid_t child = ::fork();
    if (child == 0) {
        confine(rights);
        ::_exit(attempt() ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

TEST(Confinement, NothingIsWrittenConnectedOrRun) {
    const test::TempFolder folder;
    const std::string path = (folder / "new").string();
    for (const bool fonts : {false, true}) {
        const Rights rights{.readFonts = fonts};
        EXPECT_EQ(confined(rights, [&] { return ::open(path.c_str(), O_WRONLY | O_CREAT, 0600) >= 0; }), 0);
        EXPECT_EQ(confined(rights, [&] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }), 0);
        EXPECT_EQ(confined(rights, [&] { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }), 0);
        EXPECT_EQ(confined(rights, [&] { return ::execl("/bin/true", "true", nullptr) == 0; }), 0);
        EXPECT_EQ(confined(rights, [&] { return ::kill(::getppid(), 0) == 0; }), 0);
        EXPECT_EQ(confined(rights, [&] { return ::unlink(folder.path().c_str()) == 0; }), 0);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Confinement, FilesAreOpenedOnlyWhereFontsLie) {
#ifndef __SANITIZE_ADDRESS__  // whose reports need to read files
    EXPECT_EQ(confined({}, [] { return ::open("/etc/hosts", O_RDONLY) >= 0; }), 0);
#endif
    EXPECT_EQ(confined({.readFonts = true}, [] { return ::open("/usr", O_RDONLY | O_DIRECTORY) >= 0; }), 1);
}

TEST(Confinement, MemoryHasItsLimit) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "AddressSanitizer needs more address space than any limit";
#endif
    EXPECT_EQ(confined({}, [] { return std::malloc(std::size_t(1200) << 20) != nullptr; }), 0);
    EXPECT_EQ(confined({}, [] { return std::malloc(std::size_t(800) << 20) != nullptr; }), 1);
}

}  // namespace
}  // namespace inkheal::intake
